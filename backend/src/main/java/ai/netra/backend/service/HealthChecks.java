package ai.netra.backend.service;

import ai.netra.contract.health.Health.Check;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The probes of all rooms, asked at most once in 5 s. Safe for many threads. */
final class HealthChecks {

  private static final Duration KEPT = Duration.ofSeconds(5);

  private record Asked(Instant at, Map<String, Check> answers) {}

  private final Clock clock;
  private final List<HealthProbe> probes;
  private volatile Asked last = new Asked(Instant.MIN, Map.of());

  HealthChecks(Clock clock, List<HealthProbe> probes) {
    this.clock = clock;
    this.probes = List.copyOf(probes);
  }

  /** The answers, at most 5 s old. */
  Map<String, Check> answers() {
    Asked asked = last;
    if (asked.at().isAfter(clock.instant().minus(KEPT))) {
      return asked.answers();
    }
    Map<String, Check> answers = new TreeMap<>();
    probes.forEach(probe -> answers.put(probe.name(), probe.check()));
    last = new Asked(clock.instant(), answers);
    return answers;
  }

  /** The answers that are there already; no input or output. */
  Map<String, Check> known() {
    return last.answers();
  }
}
