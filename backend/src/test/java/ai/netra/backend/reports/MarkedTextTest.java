package ai.netra.backend.reports;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.contract.report.RenderedFact;
import ai.netra.contract.report.Section;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkedTextTest {

  @Test
  void placesAreCountedInCodePointsAndMarkedInTheirOrder() {
    String text = "\uD83D\uDE00 5.00 USD of 7";
    Section section =
        new Section(
            "spend",
            4,
            "Spend",
            text,
            List.of("f1", "f2"),
            List.of(new RenderedFact("f2", 14, 1), new RenderedFact("f1", 2, 8)));

    assertThat(MarkedText.of(section, (fact, words) -> "<" + fact + ":" + words + ">"))
        .isEqualTo("\uD83D\uDE00 <f1:5.00 USD> of <f2:7>");
  }

  @Test
  void aCharacterThatMarksIsNoneInAText() {
    Section section = new Section("s", 1, "S", "a \uE000f9\uE001b\uE002", List.of(), List.of());

    assertThat(HtmlText.linked(HtmlBlocks.of(MarkedText.of(section, HtmlText::mark))))
        .doesNotContain("<a ", "\uE000")
        .contains("f9");
  }
}
