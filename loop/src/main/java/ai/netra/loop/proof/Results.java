package ai.netra.loop.proof;

import ai.netra.loop.proof.Prover.TestResult;
import ai.netra.loop.record.Outcome;
import ai.netra.loop.record.Proof;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Joins what a test came to in several full runs on one tree: by the worst, and to {@code flaky}
 * where whole runs differ. A run that was cut says nothing of whether a test is steady.
 */
final class Results {

  private Results() {}

  /** Takes the proofs of each full run; every run has the same tests in the same order. */
  static List<TestResult> of(List<List<Proof>> runs) {
    if (runs.isEmpty()) {
      return List.of();
    }
    List<Boolean> cut = runs.stream().map(Results::isCut).toList();
    return IntStream.range(0, runs.getFirst().size())
        .mapToObj(test -> join(runs.stream().map(run -> run.get(test)).toList(), cut))
        .toList();
  }

  private static boolean isCut(List<Proof> run) {
    return run.stream().anyMatch(it -> it.outcome() == Outcome.NOT_RUN);
  }

  private static TestResult join(List<Proof> proofs, List<Boolean> cut) {
    List<Outcome> whole = new ArrayList<>();
    for (int run = 0; run < proofs.size(); run++) {
      if (!cut.get(run)) {
        whole.add(proofs.get(run).outcome());
      }
    }
    Proof worst = proofs.stream().min(Comparator.comparing(Proof::outcome)).orElseThrow();
    boolean flaky = whole.stream().distinct().count() > 1;
    return new TestResult(flaky ? Outcome.FLAKY : worst.outcome(), worst);
  }
}
