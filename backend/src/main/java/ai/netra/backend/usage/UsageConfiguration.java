package ai.netra.backend.usage;

import ai.netra.backend.store.Store;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The objects of usage data. */
@Configuration(proxyBeanMethods = false)
class UsageConfiguration {

  @Bean
  Blobs blobs(UsageSettings settings) {
    return new Blobs(settings.blobs());
  }

  @Bean
  Analytics analytics(UsageSettings settings) {
    return new Analytics(settings.threads(), settings.temporary());
  }

  @Bean
  JdbcUsage usage(Store store, Blobs blobs, Analytics analytics, Pricing pricing) {
    return new JdbcUsage(store, blobs, analytics, pricing);
  }
}
