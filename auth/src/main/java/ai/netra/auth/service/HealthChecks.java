package ai.netra.auth.service;

import ai.netra.contract.health.Health.Check;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;

/** The named checks of the service, asked at most once in 5 s. Safe for many threads. */
public final class HealthChecks {

  private static final Duration KEPT = Duration.ofSeconds(5);

  /** One question about a part of the service; it answers within a second. */
  public interface Probe {
    /** The name under {@code checks}. */
    String name();

    Check check();
  }

  private record Asked(Instant at, Map<String, Check> answers) {}

  private final Clock clock;
  private final Iterable<Probe> probes;
  private final AtomicReference<Asked> last =
      new AtomicReference<>(new Asked(Instant.MIN, Map.of()));

  public HealthChecks(Clock clock, Iterable<Probe> probes) {
    this.clock = clock;
    this.probes = probes;
  }

  /** The answers, at most 5 s old. */
  public Map<String, Check> answers() {
    Asked asked = last.get();
    if (asked.at().isAfter(clock.instant().minus(KEPT))) {
      return asked.answers();
    }
    Map<String, Check> answers = new TreeMap<>();
    probes.forEach(probe -> answers.put(probe.name(), probe.check()));
    last.set(new Asked(clock.instant(), answers));
    return answers;
  }

  /** The answers that are there already; no input or output. */
  public Map<String, Check> known() {
    return last.get().answers();
  }
}
