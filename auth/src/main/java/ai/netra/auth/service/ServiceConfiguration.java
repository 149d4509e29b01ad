package ai.netra.auth.service;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.DefaultLifecycleProcessor;

/** Wires the frame. */
@Configuration(proxyBeanMethods = false)
class ServiceConfiguration {

  private static final int DRAIN_MILLIS = 20_000;
  private static final Duration CHECK_PAUSE = Duration.ofSeconds(5);

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  Ids ids() {
    return Ids.secure();
  }

  @Bean
  MadeOnce madeOnce(AuthSettings settings, Ids ids) {
    return new MadeOnce(settings.data(), ids);
  }

  @Bean
  Build build() {
    return Build.read();
  }

  @Bean
  Lifecycle serviceLifecycle(Clock clock) {
    return new Lifecycle(clock);
  }

  /** Named as the framework asks: how long a stop may wait for requests that run. */
  @Bean
  DefaultLifecycleProcessor lifecycleProcessor() {
    DefaultLifecycleProcessor processor = new DefaultLifecycleProcessor();
    processor.setTimeoutPerShutdownPhase(DRAIN_MILLIS);
    return processor;
  }

  @Bean
  ApplicationListener<ContextClosedEvent> drain(Lifecycle lifecycle) {
    return event -> lifecycle.drain();
  }

  @Bean
  HealthChecks healthChecks(Clock clock, List<HealthChecks.Probe> probes) {
    return new HealthChecks(clock, probes);
  }

  @Bean
  Jobs.Job healthJob(HealthChecks checks) {
    return new Jobs.Job("health", CHECK_PAUSE, checks::answers);
  }

  @Bean
  Jobs jobs(List<Jobs.Job> jobs) {
    return new Jobs(jobs);
  }

  @Bean
  StartUp startUp(
      Lifecycle lifecycle, StartUp.Migration migration, List<StartUp.Warmup> warmups, Jobs jobs) {
    return new StartUp(lifecycle, migration, warmups, jobs);
  }
}
