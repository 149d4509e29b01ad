package ai.netra.auth.web;

import ai.netra.auth.service.Build;
import ai.netra.auth.service.HealthChecks;
import ai.netra.auth.service.Lifecycle;
import ai.netra.auth.service.ServiceState;
import ai.netra.auth.service.Times;
import ai.netra.contract.config.Environment;
import ai.netra.contract.document.ServedDocument;
import ai.netra.contract.health.Health;
import ai.netra.contract.health.Health.Check;
import ai.netra.contract.health.Health.PhaseTime;
import ai.netra.contract.health.Version;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;

/** The health routes, the version and the document of all routes. */
final class HealthEndpoints {

  private static final Map<String, String> NO_STORE = Map.of("Cache-Control", "no-store");
  private static final Map<String, String> LATER =
      Map.of("Cache-Control", "no-store", "Retry-After", "1");

  private static final int KEPT_SECONDS = 300;
  private static final Supplier<Map<String, Object>> DOCUMENT =
      SingletonSupplier.of(() -> ServedDocument.read("openapi-auth.yaml"));

  private final Build build;
  private final Environment environment;
  private final Lifecycle lifecycle;
  private final HealthChecks checks;
  private final Clock clock;

  HealthEndpoints(
      Build build, Environment environment, Lifecycle lifecycle, HealthChecks checks, Clock clock) {
    this.build = build;
    this.environment = environment;
    this.lifecycle = lifecycle;
    this.checks = checks;
    this.clock = clock;
  }

  Endpoints endpoints() {
    return Endpoints.of(
        new Endpoint("GET /health", call -> state()),
        new Endpoint("GET /auth/health", call -> state()),
        new Endpoint("GET /auth/status", call -> state()),
        new Endpoint("GET /health/live", call -> live()),
        new Endpoint("GET /health/ready", call -> ready()),
        new Endpoint("GET /health/startup", call -> startup()),
        new Endpoint("GET /version", call -> Answer.ok(version())),
        new Endpoint("GET /openapi.json", call -> Answer.kept(DOCUMENT.get(), KEPT_SECONDS)));
  }

  private Answer state() {
    return answer(status(checks.known()), null, null);
  }

  private Answer live() {
    return new Answer(200, body("healthy", null, null), NO_STORE);
  }

  private Answer ready() {
    boolean asked = lifecycle.state() instanceof ServiceState.Ready;
    Map<String, Check> answers = asked ? checks.answers() : Map.of();
    return answer(status(answers), answers, null);
  }

  private Answer startup() {
    boolean done = lifecycle.wasReady();
    Health body = body(done ? "healthy" : "starting", null, lifecycle.phases());
    return done ? new Answer(200, body, NO_STORE) : new Answer(503, body, LATER);
  }

  private String status(Map<String, Check> answers) {
    return switch (lifecycle.state()) {
      case ServiceState.Starting(), ServiceState.Migrating(), ServiceState.Warming() -> "starting";
      case ServiceState.Draining() -> "draining";
      case ServiceState.Ready() ->
          answers.values().stream().anyMatch(check -> check.status().equals("failed"))
              ? "unhealthy"
              : "healthy";
    };
  }

  private Answer answer(
      String status, @Nullable Map<String, Check> answers, @Nullable List<PhaseTime> phases) {
    boolean healthy = status.equals("healthy");
    return new Answer(
        healthy ? 200 : 503, body(status, answers, phases), healthy ? NO_STORE : LATER);
  }

  private Health body(
      String status, @Nullable Map<String, Check> answers, @Nullable List<PhaseTime> phases) {
    Duration up = Duration.between(lifecycle.startedAt(), clock.instant());
    return new Health(
        status,
        Build.SERVICE,
        build.version(),
        build.revision(),
        environment.wireName(),
        lifecycle.state().phase(),
        Times.wire(lifecycle.startedAt()),
        up.toMillis() / 1000.0,
        Times.wire(clock.instant()),
        answers,
        phases);
  }

  private Version version() {
    return new Version(
        Build.SERVICE, build.version(), build.revision(), build.builtAt(), environment.wireName());
  }
}
