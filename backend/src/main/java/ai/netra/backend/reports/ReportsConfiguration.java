package ai.netra.backend.reports;

import ai.netra.backend.service.ServiceFacts;
import ai.netra.backend.store.Store;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The objects of reports. */
@Configuration(proxyBeanMethods = false)
class ReportsConfiguration {

  @Bean
  JdbcReports reports(Store store, Clock clock) {
    return new JdbcReports(store, clock);
  }

  @Bean
  ShareController shareController(
      JdbcReports reports, Store store, ServiceFacts facts, Clock clock) {
    ShareTokens tokens = new ShareTokens(store.secret("share_key", new SecureRandom()));
    return new ShareController(reports, tokens, facts.url(), clock);
  }

  @Bean
  ReportController reportController(JdbcReports reports) {
    return new ReportController(reports);
  }
}
