package ai.netra.loop.round;

import ai.netra.loop.gateway.Fault;
import ai.netra.loop.proof.Prover;
import ai.netra.loop.record.Attempt;
import ai.netra.loop.record.Canary;
import ai.netra.loop.record.Inventory;
import ai.netra.loop.record.Mode;
import ai.netra.loop.record.Phase;
import ai.netra.loop.suite.FullRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans part 5: which tests run again with their calls refused, and how long they may take. */
final class Controls {

  private static final Duration SHORTEST = Duration.ofSeconds(2);
  private static final int TIMES_GREEN = 2;

  private Controls() {}

  /** The controls of a suite after a full run; empty where no test has calls to refuse. */
  static Optional<FullRun> plan(
      Prover prover, Inventory inventory, int run, List<Attempt> attempts) {
    Map<String, Fault> faults = new HashMap<>();
    List<String> order = new ArrayList<>();
    for (Inventory.Test test : inventory.tests()) {
      prover
          .controlledPhase(inventory.suite(), test.id(), run)
          .ifPresent(
              phase -> {
                order.add(test.id());
                faults.put(test.id(), new Fault.Refuse(phase));
              });
    }
    if (order.isEmpty()) {
      return Optional.empty();
    }
    // the swallowing canary must stay green here: this alarm has to ring too
    for (Canary canary : Canary.values()) {
      faults.put(canary.testId(), new Fault.Refuse(Phase.CALL));
    }
    return Optional.of(new FullRun(run, Mode.CONTROL, order, faults, timeouts(attempts), true));
  }

  private static Map<String, Duration> timeouts(List<Attempt> attempts) {
    Map<String, Duration> timeouts = new HashMap<>();
    for (Attempt attempt : attempts) {
      Duration twice = Duration.ofMillis(attempt.durationMillis()).multipliedBy(TIMES_GREEN);
      timeouts.put(attempt.key().test(), twice.compareTo(SHORTEST) < 0 ? SHORTEST : twice);
    }
    return timeouts;
  }
}
