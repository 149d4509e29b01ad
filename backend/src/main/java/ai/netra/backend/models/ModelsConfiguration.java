package ai.netra.backend.models;

import ai.netra.backend.service.Settings;
import ai.netra.backend.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The objects of the catalogue. */
@Configuration(proxyBeanMethods = false)
class ModelsConfiguration {

  @Bean
  CatalogueSettings catalogueSettings(Settings settings) {
    return CatalogueSettings.of(
        settings.configuration().optional("NETRA_BACKEND_CATALOGUE").map(Path::of));
  }

  @Bean
  Catalogues catalogues(Store store, Clock clock, CatalogueSettings settings) {
    return new JdbcCatalogues(store, clock, settings.name(), settings.body(), prefixes());
  }

  static List<String> prefixes() {
    return shipped("prefixes.txt").lines().filter(line -> !line.isBlank()).toList();
  }

  static String shipped(String name) {
    try (InputStream stream = ModelsConfiguration.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException(name + " is not on the class path");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
