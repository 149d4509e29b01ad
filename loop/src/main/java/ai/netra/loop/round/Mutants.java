package ai.netra.loop.round;

import ai.netra.loop.gateway.Fault;
import ai.netra.loop.proof.Prover;
import ai.netra.loop.proof.Prover.Answers;
import ai.netra.loop.record.Attempt;
import ai.netra.loop.record.Exchange.Kind;
import ai.netra.loop.record.Inventory;
import ai.netra.loop.record.Mode;
import ai.netra.loop.record.Mutant;
import ai.netra.loop.record.Mutant.Change;
import ai.netra.loop.record.TestKey;
import ai.netra.loop.suite.FullRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Plans part 6: which tests of a suite run again with which answers changed. */
final class Mutants {

  /** The undisturbed time of all tests whose mutants make the score; of each of them. */
  private static final Duration SCORE = Duration.ofSeconds(40);

  private static final Duration LONGEST_SCORED = Duration.ofSeconds(2);

  private final Ledger ledger;
  private final Inventory inventory;
  private final int run;
  private final String nonce;
  private final List<Attempt> undisturbed;

  /**
   * @param green the full run whose tests are run again
   */
  Mutants(Ledger ledger, Inventory inventory, String nonce, Green green) {
    this.ledger = ledger;
    this.inventory = inventory;
    this.nonce = nonce;
    this.run = green.run();
    this.undisturbed = green.attempts();
  }

  /** A full run and its attempts. */
  record Green(int run, List<Attempt> attempts) {}

  /**
   * A run of tests with their answers changed.
   *
   * @param mutants what is changed, to be journaled before it begins
   */
  record Plan(List<Mutant> mutants, FullRun run) {}

  /**
   * A run of the tests of which nothing shows yet that they notice this change; if there is any.
   *
   * @param patient whether those of which nothing shows have more time, and no frame of a socket
   *     but the greeting arrives; those with processes of their own always have the suite's own
   */
  Optional<Plan> asked(Change change, boolean patient) {
    Prover prover = ledger.prover();
    int attempt = prover.nextAttempt(inventory.suite(), Mode.MUTANT);
    Map<Mutant, Fault> faults = new LinkedHashMap<>();
    Map<String, Duration> limits = new HashMap<>(Patience.SHORT.after(undisturbed));
    Map<String, Duration> longer = patient ? Patience.LONG.after(undisturbed) : Map.of();
    for (Inventory.Test test : inventory.tests()) {
      Optional<Answers> answers =
          prover
              .answers(inventory.suite(), test.id(), run)
              .filter(it -> it.asked().contains(change))
              .filter(it -> lacks(prover, test.id(), it, change));
      boolean again = prover.survivor(inventory.suite(), test.id(), change, run).isPresent();
      answers.ifPresent(
          it -> {
            int types = patient ? it.frames().size() : MutantChoice.DROPPED_TYPES;
            Mutant mutant = MutantChoice.asked(key(test.id(), attempt), it, change, types);
            faults.put(mutant, MutantChoice.fault(it, mutant));
          });
      if (answers.filter(Answers::own).isPresent()) {
        limits.remove(test.id());
      } else if (!again && longer.containsKey(test.id())) {
        limits.put(test.id(), longer.get(test.id()));
      }
    }
    return plan(attempt, faults, limits);
  }

  /** A test that left while its service went on sending may miss more than the last frames. */
  private boolean lacks(Prover prover, String test, Answers it, Change change) {
    return !prover.isTried(inventory.suite(), test, change, run)
        || prover
            .survivor(inventory.suite(), test, change, run)
            .filter(mutant -> mutant.frames().size() == MutantChoice.DROPPED_TYPES)
            .filter(_ -> it.frames().size() > MutantChoice.DROPPED_TYPES)
            .isPresent();
  }

  /**
   * A run of mutants that nobody must notice, of tests whose asked ones were made in this full run:
   * as many as time allows, in the order of their seeds.
   */
  Optional<Plan> seeded() {
    Prover prover = ledger.prover();
    int attempt = prover.nextAttempt(inventory.suite(), Mode.MUTANT);
    Map<TestKey, Answers> chosen = new LinkedHashMap<>();
    Duration left = SCORE;
    for (Attempt shown : bySeed(attempt)) {
      String test = shown.key().test();
      Optional<Answers> answers =
          prover
              .answers(inventory.suite(), test, run)
              .filter(it -> it.hasBody() && !it.own() && it.kind() != Kind.PROCESS)
              .filter(_ -> prover.isTriedIn(inventory.suite(), test, Change.BODY, run));
      Duration time = Duration.ofMillis(shown.durationMillis());
      if (answers.isPresent() && time.compareTo(LONGEST_SCORED) < 0 && !left.isNegative()) {
        left = left.minus(time);
        chosen.put(key(test, attempt), answers.get());
      }
    }
    Map<Mutant, Fault> faults = new LinkedHashMap<>();
    chosen.forEach(
        (key, it) -> {
          Mutant mutant = MutantChoice.seeded(key, it, seed(key));
          faults.put(mutant, MutantChoice.fault(it, mutant));
        });
    return plan(attempt, faults, Patience.SHORT.after(undisturbed));
  }

  private List<Attempt> bySeed(int attempt) {
    Map<String, Attempt> byTest = new TreeMap<>();
    Set<String> tests = Set.copyOf(inventory.tests().stream().map(Inventory.Test::id).toList());
    undisturbed.stream()
        .filter(it -> tests.contains(it.key().test()))
        .forEach(it -> byTest.put(it.key().test(), it));
    return byTest.values().stream()
        .sorted(Comparator.comparingLong(it -> seed(key(it.key().test(), attempt))))
        .toList();
  }

  private long seed(TestKey key) {
    return Long.parseUnsignedLong(key.traceId(nonce).substring(0, 16), 16);
  }

  private TestKey key(String test, int attempt) {
    return new TestKey(inventory.suite(), test, attempt, Mode.MUTANT);
  }

  private Optional<Plan> plan(
      int attempt, Map<Mutant, Fault> faults, Map<String, Duration> timeouts) {
    Map<String, Fault> byTest = new LinkedHashMap<>();
    faults.forEach((mutant, fault) -> byTest.put(mutant.key().test(), fault));
    List<String> order = new ArrayList<>(byTest.keySet());
    return faults.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Plan(
                List.copyOf(faults.keySet()),
                new FullRun(run, attempt, Mode.MUTANT, order, byTest, timeouts, false)));
  }
}
