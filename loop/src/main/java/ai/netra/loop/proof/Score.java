package ai.netra.loop.proof;

import ai.netra.loop.proof.Evidence.TestName;
import ai.netra.loop.proof.Prover.Scored;
import ai.netra.loop.record.Inventory;
import ai.netra.loop.record.Mutant.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The mutants that nobody must notice: which of them were. */
final class Score {

  private Score() {}

  static List<Scored> of(Evidence all) {
    List<Scored> scored = new ArrayList<>();
    for (var terms : all.terms()) {
      String suite = terms.entry().suite();
      all.inventory(suite).stream()
          .flatMap(it -> it.entry().tests().stream())
          .map(Inventory.Test::id)
          .forEach(test -> scored.addAll(of(all, new TestName(suite, test))));
    }
    return scored;
  }

  private static List<Scored> of(Evidence all, TestName test) {
    return Stream.of(Change.values())
        .filter(it -> !it.isAsked())
        .flatMap(it -> all.tries().of(all, test, it, Integer.MAX_VALUE).stream())
        .filter(Try::tells)
        .map(it -> new Scored(test.suite(), test.test(), it.words(), !it.survives(), it.refs()))
        .toList();
  }
}
