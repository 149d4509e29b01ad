package ai.netra.loop.report;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.journal.Line;
import ai.netra.loop.record.Entry;
import ai.netra.loop.record.EntryKind;
import ai.netra.loop.record.Inventory;
import ai.netra.loop.record.SuiteTerms;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ValueAtRiskTest {

  @Test
  void aPriorityIsAtRiskByTheShareOfItsTestsThatAreNotProved() {
    List<Line> lines =
        lines(value("P1", "tag:p1", "120000", "USD"), value("P2", "tag:p2", "90000", "USD"));
    assertThat(
            ValueAtRisk.usd(
                lines, Set.of(ValueAtRisk.name("e2e", "a"), ValueAtRisk.name("e2e", "c"))))
        .contains(new BigDecimal("60000.00"));
  }

  @Test
  void withoutADeclaredValueThereIsNoFigure() {
    assertThat(ValueAtRisk.usd(lines(), Set.of())).isEmpty();
  }

  @Test
  void aValueInAnotherCurrencyIsNoFigureInUsd() {
    assertThat(ValueAtRisk.usd(lines(value("P1", "tag:p1", "5", "EUR")), Set.of())).isEmpty();
  }

  @Test
  void aGlobNamesTestsByTheirIds() {
    assertThat(ValueAtRisk.usd(lines(value("P9", "[ab]", "10", "USD")), Set.of()))
        .contains(new BigDecimal("10.00"));
  }

  private static SuiteTerms.Value value(String name, String tests, String value, String currency) {
    return new SuiteTerms.Value(name, List.of(tests), new BigDecimal(value), currency, "a claim");
  }

  private static List<Line> lines(SuiteTerms.Value... values) {
    SuiteTerms terms =
        new SuiteTerms(
            "e2e", "junit", "wire", true, List.of(), List.of(), List.of(), List.of(values));
    List<Inventory.Test> tests = List.of(test("a", "p1"), test("b", "p1"), test("c", "p2"));
    return List.of(line(1, terms), line(2, new Inventory("e2e", 3, List.of(), tests, "sha")));
  }

  private static Inventory.Test test(String id, String priority) {
    return new Inventory.Test(id, id, priority, null, "T.java", "c");
  }

  private static Line line(long n, Entry entry) {
    return new Line(n, Instant.EPOCH, n, 1, EntryKind.of(entry), "", entry, List.of(), "", "");
  }
}
