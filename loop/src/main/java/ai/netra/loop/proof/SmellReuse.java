package ai.netra.loop.proof;

import ai.netra.loop.proof.Evidence.TestName;
import ai.netra.loop.record.Inventory;
import ai.netra.loop.record.Reused;
import ai.netra.loop.record.ReusedSmells;
import ai.netra.loop.record.Smells;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/**
 * Looks at sources that need not be repeated: a look holds where the sources that the test reaches
 * and the rules are what they were, whatever else of the tree has changed.
 */
final class SmellReuse {

  private final Evidence all;

  SmellReuse(Evidence all) {
    this.all = all;
  }

  /** What a finished run found and a later one may take over. */
  List<ReusedSmells> offered(LongFunction<String> hashOf) {
    String run = all.started().orElseThrow().entry().run();
    return all.terms().stream()
        .map(it -> it.entry().suite())
        .flatMap(suite -> tests(suite).map(it -> new TestName(suite, it.id())))
        .flatMap(test -> offered(run, test, hashOf).stream())
        .toList();
  }

  private Optional<ReusedSmells> offered(String run, TestName test, LongFunction<String> hashOf) {
    Optional<Fact<Smells>> own = all.looks().own(test);
    if (own.isPresent()) {
      return own.map(it -> new ReusedSmells(run, hashOf.apply(it.n()), 1, it.entry()));
    }
    return all.looks()
        .takenOver(test)
        .map(Fact::entry)
        .filter(it -> it.uses() < Reused.MOST_USES)
        .map(ReusedSmells::again);
  }

  /** Why a look that was taken over does not hold in this run; empty where it does. */
  Optional<String> gap(ReusedSmells reused) {
    Smells smells = reused.smells();
    if (reused.uses() > Reused.MOST_USES) {
      return Optional.of("it is too old");
    }
    if (!all.looks().catalogue(smells.suite()).equals(Optional.of(smells.catalogue()))) {
      return Optional.of("the rules are others");
    }
    return closure(smells).equals(Optional.of(smells.closure()))
        ? Optional.empty()
        : Optional.of("it is of other sources");
  }

  private Optional<String> closure(Smells smells) {
    return tests(smells.suite())
        .filter(it -> it.id().equals(smells.test()))
        .map(Inventory.Test::closure)
        .findFirst();
  }

  private Stream<Inventory.Test> tests(String suite) {
    return all.inventory(suite).stream().flatMap(it -> it.entry().tests().stream());
  }
}
