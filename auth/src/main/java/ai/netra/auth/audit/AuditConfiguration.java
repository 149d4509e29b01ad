package ai.netra.auth.audit;

import ai.netra.auth.service.Ids;
import ai.netra.auth.service.Jobs;
import ai.netra.auth.store.Store;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the audit list. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

  private static final Duration PAUSE = Duration.ofHours(1);

  @Bean
  Audit audit(Clock clock, Ids ids) {
    return new Audit(clock, ids);
  }

  @Bean
  Jobs.Job auditJob(Store store, Audit audit) {
    return new Jobs.Job("audit", PAUSE, () -> store.change(audit::tidy));
  }
}
