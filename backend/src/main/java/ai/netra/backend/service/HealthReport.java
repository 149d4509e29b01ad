package ai.netra.backend.service;

import ai.netra.contract.health.Health;
import ai.netra.contract.health.Health.Check;
import ai.netra.contract.health.Health.PhaseTime;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the one shape of all health answers. */
public final class HealthReport {

  private final ServiceFacts facts;
  private final Lifecycle lifecycle;
  private final HealthChecks checks;
  private final Clock clock;

  HealthReport(ServiceFacts facts, Lifecycle lifecycle, HealthChecks checks, Clock clock) {
    this.facts = facts;
    this.lifecycle = lifecycle;
    this.checks = checks;
    this.clock = clock;
  }

  /** The state as it is known, without input or output. */
  public Health known() {
    return body(status(checks.known()), null, null);
  }

  Health live() {
    return body("healthy", null, null);
  }

  /** With every check, at most 5 s old. */
  Health ready() {
    boolean ask = lifecycle.state() instanceof ServiceState.Ready;
    Map<String, Check> answers = ask ? checks.answers() : Map.of();
    return body(status(answers), answers, null);
  }

  Health startup() {
    return body(lifecycle.wasReady() ? "healthy" : "starting", null, lifecycle.phases());
  }

  /** Whether a status is answered with 200. */
  public static boolean serves(Health health) {
    return health.status().equals("healthy") || health.status().equals("degraded");
  }

  private String status(Map<String, Check> answers) {
    return switch (lifecycle.state()) {
      case ServiceState.Starting(), ServiceState.Migrating(), ServiceState.Warming() -> "starting";
      case ServiceState.Draining() -> "draining";
      case ServiceState.Ready() -> worst(answers);
    };
  }

  private static String worst(Map<String, Check> answers) {
    if (answers.values().stream().anyMatch(check -> check.status().equals("failed"))) {
      return "unhealthy";
    }
    boolean degraded =
        answers.values().stream().anyMatch(check -> check.status().equals("degraded"));
    return degraded ? "degraded" : "healthy";
  }

  private Health body(
      String status, @Nullable Map<String, Check> answers, @Nullable List<PhaseTime> phases) {
    Duration up = Duration.between(lifecycle.startedAt(), clock.instant());
    return new Health(
        status,
        Build.SERVICE,
        facts.build().version(),
        facts.build().revision(),
        facts.environment().wireName(),
        lifecycle.state().phase(),
        Times.text(lifecycle.startedAt()),
        up.toMillis() / 1000.0,
        Times.text(clock.instant()),
        answers,
        phases);
  }
}
