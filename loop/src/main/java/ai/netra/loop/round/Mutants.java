package ai.netra.loop.round;

import ai.netra.loop.gateway.Fault;
import ai.netra.loop.proof.Prover;
import ai.netra.loop.proof.Prover.Answers;
import ai.netra.loop.proof.Prover.Mutation;
import ai.netra.loop.record.Inventory;
import ai.netra.loop.record.Mode;
import ai.netra.loop.record.TestKey;
import ai.netra.loop.suite.FullRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans part 6: which tests run again with which answers changed. */
final class Mutants {

  private Mutants() {}

  /** A run of the tests for each mutant that is asked and was not tried yet. */
  static List<FullRun> plans(
      Prover prover, Inventory inventory, int run, Map<String, Duration> timeouts) {
    List<FullRun> plans = new ArrayList<>();
    for (Mutation mutation : Mutation.values()) {
      int attempt = mutation.attempt(prover.nextAttempt(inventory.suite(), Mode.MUTANT));
      Map<String, Fault> faults = faults(prover, inventory, run, mutation);
      faults.keySet().removeIf(test -> prover.isTried(key(inventory, test, attempt), run));
      if (!faults.isEmpty()) {
        plans.add(
            new FullRun(
                run, attempt, Mode.MUTANT, List.copyOf(faults.keySet()), faults, timeouts, false));
      }
    }
    return plans;
  }

  private static TestKey key(Inventory inventory, String test, int attempt) {
    return new TestKey(inventory.suite(), test, attempt, Mode.MUTANT);
  }

  private static Map<String, Fault> faults(
      Prover prover, Inventory inventory, int run, Mutation mutation) {
    Map<String, Fault> faults = new LinkedHashMap<>();
    for (Inventory.Test test : inventory.tests()) {
      Optional<Answers> answers = prover.answers(inventory.suite(), test.id(), run);
      answers
          .filter(it -> Mutation.asked(it).contains(mutation))
          .ifPresent(it -> faults.put(test.id(), fault(it, mutation)));
    }
    return faults;
  }

  private static Fault fault(Answers it, Mutation mutation) {
    Fault.Spot spot = new Fault.Spot(it.service(), it.method(), it.path());
    return new Fault.Mutant(it.from(), spot, change(it, mutation));
  }

  private static Fault.Change change(Answers it, Mutation mutation) {
    return switch (mutation) {
      case LEAVES -> new Fault.Change.Leaves();
      case STATUS ->
          it.lastFrame()
              .<Fault.Change>map(Fault.Change.DropFrames::new)
              .orElseGet(() -> new Fault.Change.Status(it.otherStatus()));
    };
  }
}
