package ai.netra.loop.review;

import ai.netra.loop.record.AuditScore.Finding;
import ai.netra.loop.review.Review.Executed;
import ai.netra.loop.review.Review.Ran;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The rules that look at what ran: V08, V23, and the counts of V01 and V02. */
final class Counted {

  private static final int NO_GUARD = 10;

  private final Executed executed;
  private final List<Finding> findings = new ArrayList<>();

  private Counted(Executed executed) {
    this.executed = executed;
  }

  static List<Finding> of(Executed executed) {
    Counted counted = new Counted(executed);
    counted.count();
    return counted.findings;
  }

  private void count() {
    if (executed.inventoryAfter() < executed.inventoryBefore()) {
      fatal(
          "V01",
          "inventory",
          "%d tests were found, %d before"
              .formatted(executed.inventoryAfter(), executed.inventoryBefore()));
    }
    executed.cluster().stream()
        .filter(test -> !executed.tests().containsKey(test))
        .sorted()
        .forEach(test -> fatal("V08", test, "a test of the cluster has not run"));
    new TreeMap<>(executed.tests()).forEach(this::judge);
    if (executed.tests().values().stream().noneMatch(it -> !it.greenBefore() && it.greenAfter())) {
      findings.add(
          new Finding("V23", "tests", "no test was red before and is green now", NO_GUARD, false));
    }
  }

  private void judge(String test, Ran ran) {
    boolean owed = ran.greenBefore() || executed.cluster().contains(test);
    if (owed && !ran.greenAfter()) {
      fatal(
          "V08",
          test,
          ran.greenBefore() ? "it was green before and is red now" : "it is still red");
    }
    if (!ran.greenBefore() || !ran.greenAfter()) {
      return;
    }
    if (ran.assertionsAfter() < ran.assertionsBefore()) {
      fatal(
          "V02",
          test,
          "%d assertions ran, %d before".formatted(ran.assertionsAfter(), ran.assertionsBefore()));
    }
    if (ran.killsAfter() < ran.killsBefore()) {
      fatal(
          "V02",
          test,
          "it notices %d changed answers, %d before"
              .formatted(ran.killsAfter(), ran.killsBefore()));
    }
  }

  private void fatal(String rule, String place, String words) {
    findings.add(new Finding(rule, place, words, Review.FATAL_DEDUCTION, true));
  }
}
