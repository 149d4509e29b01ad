package ai.netra.backend;

import ai.netra.backend.models.CatalogueSettings;
import ai.netra.backend.service.Folders;
import ai.netra.backend.service.Settings;
import ai.netra.backend.usage.UsageSettings;
import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;

/** Finds the one configuration class of each room, and hands each room its own settings. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(useDefaultFilters = false, includeFilters = @Filter(Configuration.class))
class Rooms {

  @Bean
  CatalogueSettings catalogueSettings(Settings settings) {
    return CatalogueSettings.of(
        settings.configuration().optional("NETRA_BACKEND_CATALOGUE").map(Path::of));
  }

  @Bean
  UsageSettings usageSettings(Folders folders) {
    return new UsageSettings(
        folders.data(), folders.temporary(), Runtime.getRuntime().availableProcessors());
  }
}
