package ai.netra.backend.store;

import ai.netra.backend.service.Folders;
import ai.netra.backend.service.HealthProbe;
import ai.netra.backend.service.Lifecycle;
import ai.netra.backend.service.ServiceState;
import ai.netra.backend.service.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of this room. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

  private static final int READERS = 4;

  /** Opened once the folders are there; whoever writes depends on it. */
  @Bean(destroyMethod = "close")
  SqliteStore store(Settings settings, Folders folders, Lifecycle lifecycle) {
    if (lifecycle.state() instanceof ServiceState.Starting starting) {
      lifecycle.enter(starting.migrate());
    }
    return SqliteStore.open(new StoreSettings(settings.database(), READERS));
  }

  @Bean
  HealthProbe databaseProbe(Store store) {
    return new DatabaseProbe(store);
  }
}
