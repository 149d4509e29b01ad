package ai.netra.loop.round;

import static java.util.stream.Collectors.toMap;

import ai.netra.loop.record.Inventory;
import ai.netra.loop.record.ReusedSmells;
import ai.netra.loop.suite.Suite;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Looks at the sources of tests, but for those where the look of an earlier run holds. */
final class SmellScan {

  private final int round;
  private final Ledger ledger;

  SmellScan(int round, Ledger ledger) {
    this.round = round;
    this.ledger = ledger;
  }

  /** Journals what the sources say against each test of a suite. */
  void look(Suite suite, Inventory inventory, List<ReusedSmells> shown) {
    Map<String, String> closures =
        inventory.tests().stream().collect(toMap(Inventory.Test::id, Inventory.Test::closure));
    Map<String, ReusedSmells> known =
        shown.stream()
            .filter(it -> it.smells().suite().equals(inventory.suite()))
            .filter(it -> it.smells().catalogue().equals(suite.catalogue()))
            .filter(it -> it.smells().closure().equals(closures.get(it.smells().test())))
            .collect(toMap(it -> it.smells().test(), Function.identity()));
    suite.smells(inventory, known.keySet()).forEach(it -> ledger.once(round, it));
    known.values().forEach(it -> ledger.once(round, it));
  }
}
