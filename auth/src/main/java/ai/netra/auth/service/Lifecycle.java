package ai.netra.auth.service;

import ai.netra.contract.health.Health.PhaseTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds the one state of the service and when each began. Safe for many threads. */
public final class Lifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Lifecycle.class);
  private static final List<String> PHASES = List.of("starting", "migrating", "warming", "ready");

  private final Clock clock;
  private final Instant startedAt;
  private final Map<String, Instant> begun = new TreeMap<>(); // guarded by this
  private final List<Runnable> onDrain = new CopyOnWriteArrayList<>();
  private volatile ServiceState state = new ServiceState.Starting();

  public Lifecycle(Clock clock) {
    this.clock = clock;
    this.startedAt = clock.instant();
    begun.put(state.phase(), startedAt);
  }

  public ServiceState state() {
    return state;
  }

  public Instant startedAt() {
    return startedAt;
  }

  /**
   * Enters a state; the caller made it by a transition of the former one. A service that drains
   * stays so, also while a start goes on.
   */
  public synchronized void enter(ServiceState next) {
    ServiceState former = state;
    if (former instanceof ServiceState.Draining) {
      return;
    }
    begun.put(next.phase(), clock.instant());
    state = next;
    LOG.atInfo()
        .addKeyValue("from", former.phase())
        .addKeyValue("phase", next.phase())
        .log("phase");
  }

  /** Refuses new work from now on, in whatever state. */
  public void drain() {
    if (!(state instanceof ServiceState.Draining)) {
      enter(new ServiceState.Draining());
      onDrain.forEach(Runnable::run);
    }
  }

  /** Runs the action when draining begins: whoever waits for long must end its waiting then. */
  public void onDrain(Runnable action) {
    onDrain.add(action);
  }

  /** Whether {@code Ready} was reached once. */
  public synchronized boolean wasReady() {
    return begun.containsKey("ready");
  }

  /** Every phase up to ready with its state and time. */
  public synchronized List<PhaseTime> phases() {
    List<PhaseTime> times = new ArrayList<>();
    for (int i = 0; i < PHASES.size(); i++) {
      times.add(phase(i));
    }
    return times;
  }

  private PhaseTime phase(int index) {
    String name = PHASES.get(index);
    Instant start = begun.get(name);
    if (start == null) {
      return new PhaseTime(name, "pending", 0);
    }
    if (name.equals("ready")) {
      return new PhaseTime(name, "done", 0);
    }
    Instant end = begun.getOrDefault(PHASES.get(index + 1), begun.get("draining"));
    long millis = Duration.between(start, end == null ? clock.instant() : end).toMillis();
    return new PhaseTime(name, end == null ? "running" : "done", millis);
  }
}
