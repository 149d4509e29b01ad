package ai.netra.auth.store;

import ai.netra.auth.service.AuthSettings;
import ai.netra.auth.service.HealthChecks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the database. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

  @Bean
  SqliteStore store(AuthSettings settings) {
    return new SqliteStore(settings.database());
  }

  @Bean
  HealthChecks.Probe databaseProbe(Store store) {
    return new DatabaseProbe(store);
  }
}
