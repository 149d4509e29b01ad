package ai.netra.auth.throttle;

import ai.netra.auth.service.AuthSettings;
import ai.netra.auth.service.HealthChecks;
import ai.netra.auth.service.Jobs;
import ai.netra.auth.store.Store;
import ai.netra.contract.health.Health.Check;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the throttles and the hash pool. */
@Configuration(proxyBeanMethods = false)
class ThrottleConfiguration {

  private static final Duration TIDY_PAUSE = Duration.ofHours(1);

  @Bean
  Throttles throttles(Store store, AuthSettings settings, Clock clock) {
    return new Throttles(store, settings.throttling(), clock);
  }

  @Bean
  HashPool hashPool() {
    return HashPool.forCores(Runtime.getRuntime().availableProcessors());
  }

  @Bean
  Jobs.Job throttleJob(Store store, Throttles throttles) {
    return new Jobs.Job("throttles", TIDY_PAUSE, () -> store.change(throttles::tidy));
  }

  @Bean
  HealthChecks.Probe hashPoolProbe(HashPool pool) {
    return new HealthChecks.Probe() {
      @Override
      public String name() {
        return "hash_pool";
      }

      @Override
      public Check check() {
        return new Check(pool.full() ? "busy" : "ok", null, null);
      }
    };
  }
}
