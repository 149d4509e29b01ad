package ai.netra.backend.service;

import ai.netra.contract.plan.Plan;
import ai.netra.contract.plan.Plans;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** The beans of this room; {@link Settings} is registered by main. */
@Configuration(proxyBeanMethods = false)
class ServiceConfiguration {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  Ids ids() {
    return new RandomIds();
  }

  @Bean
  JsonMapper jsonMapper() {
    return Json.mapper();
  }

  @Bean
  Limits limits(Settings settings) {
    return Limits.of(settings.configuration());
  }

  @Bean
  Plans plans() {
    return Plans.read();
  }

  /** The plan that holds for every user: none has a row of their own yet. */
  @Bean
  Plan plan(Plans plans, Settings settings) {
    return plans.named(settings.configuration().text("NETRA_BACKEND_DEFAULT_PLAN"));
  }

  @Bean
  Folders folders(Settings settings) {
    return Folders.prepare(settings.data());
  }

  @Bean
  ServiceFacts serviceFacts(Settings settings) {
    return settings.facts(Build.read());
  }

  @Bean
  Lifecycle lifecycle(Clock clock) {
    return new Lifecycle(clock);
  }

  @Bean
  HealthReport healthReport(
      ServiceFacts facts, Lifecycle lifecycle, List<HealthProbe> probes, Clock clock) {
    return new HealthReport(facts, lifecycle, new HealthChecks(clock, probes), clock);
  }

  @Bean
  StartUp startUp(Lifecycle lifecycle, ObjectProvider<WarmUp> warmUps, ServiceFacts facts) {
    return new StartUp(lifecycle, warmUps.orderedStream().toList(), facts);
  }

  @Bean
  HealthController healthController(ServiceFacts facts, HealthReport report) {
    return new HealthController(facts, report);
  }

  @Bean
  DescriptionController descriptionController(ServiceFacts facts, Plans plans, Clock clock) {
    return new DescriptionController(facts, plans, clock);
  }
}
