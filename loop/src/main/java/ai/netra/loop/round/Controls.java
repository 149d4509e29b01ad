package ai.netra.loop.round;

import ai.netra.loop.gateway.Fault;
import ai.netra.loop.proof.Prover;
import ai.netra.loop.record.Attempt;
import ai.netra.loop.record.Canary;
import ai.netra.loop.record.Inventory;
import ai.netra.loop.record.Mode;
import ai.netra.loop.record.Phase;
import ai.netra.loop.record.Reused;
import ai.netra.loop.suite.FullRun;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans part 5: which tests run again with their calls refused, and how long they may take. */
final class Controls {

  private Controls() {}

  /** What earlier runs showed of tests and a full run would have to show again. */
  static List<Reused> takenOver(Prover prover, Inventory inventory, int run, List<Reused> earlier) {
    return earlier.stream()
        .filter(it -> it.suite().equals(inventory.suite()))
        .filter(it -> prover.lacks(it, run))
        .filter(it -> prover.holds(it, run))
        .toList();
  }

  /** The controls of a suite that a full run lacks; empty where it lacks none. */
  static Optional<FullRun> plan(
      Prover prover, Inventory inventory, int run, List<Attempt> attempts) {
    String suite = inventory.suite();
    Map<String, Fault> faults = faults(prover, inventory, run);
    faults.keySet().removeIf(test -> prover.isControlled(suite, test, run));
    if (faults.isEmpty()) {
      return Optional.empty();
    }
    List<String> order = List.copyOf(faults.keySet());
    // the swallowing canary must stay green here: this alarm has to ring too
    for (Canary canary : Canary.values()) {
      faults.put(canary.testId(), new Fault.Refuse(Phase.CALL));
    }
    int attempt = prover.nextAttempt(suite, Mode.CONTROL);
    return Optional.of(
        new FullRun(
            run, attempt, Mode.CONTROL, order, faults, Patience.SHORT.after(attempts), true));
  }

  /** Once more, with more patience, those that ended before a call of theirs was refused. */
  static Optional<FullRun> again(
      Prover prover, Inventory inventory, int run, List<Attempt> attempts) {
    Map<String, Fault> faults = faults(prover, inventory, run);
    faults.keySet().removeIf(test -> !prover.endedUnrefused(inventory.suite(), test, run));
    int attempt = prover.nextAttempt(inventory.suite(), Mode.CONTROL);
    return faults.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new FullRun(
                run,
                attempt,
                Mode.CONTROL,
                List.copyOf(faults.keySet()),
                faults,
                Patience.LONG.after(attempts),
                false));
  }

  private static Map<String, Fault> faults(Prover prover, Inventory inventory, int run) {
    Map<String, Fault> faults = new LinkedHashMap<>();
    for (Inventory.Test test : inventory.tests()) {
      prover
          .controlledPhase(inventory.suite(), test.id(), run)
          .ifPresent(phase -> faults.put(test.id(), new Fault.Refuse(phase)));
    }
    return faults;
  }
}
