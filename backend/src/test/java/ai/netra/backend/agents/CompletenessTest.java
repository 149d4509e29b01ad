package ai.netra.backend.agents;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.backend.agents.Completeness.Owed;
import ai.netra.contract.report.Fact;
import ai.netra.contract.report.FactSource;
import ai.netra.contract.report.Label;
import ai.netra.contract.report.ReportKind;
import ai.netra.contract.report.Section;
import ai.netra.contract.report.Unit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** AG62: the gate's check complete passes its good sample and rejects each bad one. */
class CompletenessTest {

  private static final String WARNING = "A number in the question was not understood.";
  private static final Fact GROWN =
      new Fact("f9", "grown", 5, Unit.COUNT, Label.WHAT_IF, new FactSource.Assumed("growth"));

  private static final Owed OWED =
      new Owed(ReportKind.PARTIAL, List.of(WARNING), List.of("escalation"), List.of(GROWN));

  private static Section section(int number, String text, String... facts) {
    return new Section("s" + number, number, "Title", text, List.of(facts), List.of());
  }

  private static List<Section> good() {
    return List.of(
        section(1, "word ".repeat(70)),
        section(2, WARNING),
        section(3, "data"),
        section(8, "a what-if of 5", "f9"),
        section(11, "the assumption `escalation`"),
        section(12, "nothing"),
        section(13, "trace"));
  }

  private static List<Section> with(Section changed) {
    return good().stream().map(each -> each.number() == changed.number() ? changed : each).toList();
  }

  @Test
  void aWholeAnswerPasses() {
    assertThat(Completeness.met(good(), OWED)).isTrue();
  }

  @Test
  void aMissingSectionFails() {
    List<Section> fewer = good().stream().filter(each -> each.number() != 13).toList();

    assertThat(Completeness.met(fewer, OWED)).isFalse();
  }

  @Test
  void aMissingWarningFails() {
    assertThat(Completeness.met(with(section(2, "nothing to warn of")), OWED)).isFalse();
  }

  @Test
  void aMissingAssumptionFails() {
    assertThat(Completeness.met(with(section(11, "no assumption")), OWED)).isFalse();
  }

  @Test
  void aNumberOfAnotherWorldWithoutItsLabelFails() {
    assertThat(Completeness.met(with(section(8, "it will be 5", "f9")), OWED)).isFalse();
  }

  @Test
  void tooShortAndTooLongFail() {
    assertThat(Completeness.met(with(section(1, "short")), OWED)).isFalse();
    assertThat(Completeness.met(with(section(1, "word ".repeat(401))), OWED)).isFalse();
  }

  @Test
  void tablesAreLookedUpAndNotCounted() {
    String table = String.join("\n", Stream.generate(() -> "| a | b |").limit(500).toList());

    assertThat(Completeness.words(table)).isZero();
  }
}
