package ai.netra.backend.edge;

import ai.netra.backend.identity.Tokens;
import ai.netra.backend.identity.Users;
import ai.netra.backend.service.Ids;
import ai.netra.backend.service.Lifecycle;
import ai.netra.backend.service.Limits;
import ai.netra.backend.service.ServiceFacts;
import ai.netra.backend.service.Settings;
import ai.netra.backend.store.Store;
import ai.netra.contract.legacy.Legacy;
import ai.netra.contract.plan.Plan;
import ai.netra.contract.route.BackendRoutes;
import ai.netra.contract.route.RouteTable;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of this room: what a request and a socket go through. */
@Configuration(proxyBeanMethods = false)
class EdgeConfiguration {

  @Bean(destroyMethod = "close")
  ExecutorService requestThreads() {
    return Executors.newVirtualThreadPerTaskExecutor();
  }

  @Bean
  Buckets buckets() {
    return new Buckets();
  }

  @Bean
  Legacy legacy() {
    return Legacy.read();
  }

  @Bean
  Credentials credentials(Tokens tokens, Users users) {
    return new Credentials(tokens, users);
  }

  @Bean
  StandardHeaders standardHeaders(ServiceFacts facts, Settings settings) {
    return new StandardHeaders(facts, Origins.of(settings));
  }

  @Bean
  ClientAddress clientAddress(Settings settings) {
    return new ClientAddress(settings.configuration().list("NETRA_BACKEND_TRUSTED_PROXIES"));
  }

  @Bean
  PageController pageController(ServiceFacts facts) {
    return new PageController(facts);
  }

  @Bean
  GuardParts guardParts(Ids ids, ServiceFacts facts, StandardHeaders standardHeaders, Clock clock) {
    return new GuardParts(
        new Traces(ids),
        new Failures(facts.url().toString()),
        new ErrorBodies(clock),
        standardHeaders);
  }

  @Bean
  Admission admission(
      Lifecycle lifecycle,
      Credentials credentials,
      Buckets buckets,
      Plan plan,
      Limits limits,
      Clock clock) {
    return new Admission(lifecycle, credentials, buckets, plan, limits, clock);
  }

  @Bean
  IdempotentCalls idempotentCalls(Store store, Limits limits, Clock clock) {
    return new IdempotentCalls(new CallRecords(store, limits.requestTimeout(), clock));
  }

  @Bean(destroyMethod = "close")
  RequestDeadlines requestDeadlines(Limits limits) {
    return new RequestDeadlines(limits, System::nanoTime);
  }

  @Bean
  FirstFilter firstFilter(
      GuardParts guard,
      ClientAddress addresses,
      Admission admission,
      Legacy legacy,
      Limits limits,
      IdempotentCalls idempotentCalls,
      RequestDeadlines deadlines,
      ExecutorService requestThreads) {
    LegacyRoutes legacyRoutes = new LegacyRoutes(legacy);
    return new FirstFilter(
        new EdgeParts(
            new RouteTable(BackendRoutes.ALL),
            legacyRoutes,
            guard.traces(),
            addresses,
            guard.standardHeaders(),
            admission,
            new BodyReader(limits, legacyRoutes),
            idempotentCalls,
            guard.failures(),
            guard.errorBodies(),
            deadlines,
            requestThreads));
  }
}
