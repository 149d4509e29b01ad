package ai.netra.backend.reports;

import ai.netra.backend.store.Store;
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
  ReportController reportController(JdbcReports reports) {
    return new ReportController(reports);
  }
}
