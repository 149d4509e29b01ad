package ai.netra.backend.reports;

import ai.netra.contract.report.RenderedFact;
import ai.netra.contract.report.Section;
import java.util.Comparator;
import java.util.List;
import java.util.function.BinaryOperator;

/** A section's text in which each number that renders a fact is marked with it. */
final class MarkedText {

  private MarkedText() {}

  /**
   * The text; characters of private use are replaced, since an export may mark with them.
   *
   * @param mark makes of a fact's id and its words what stands in the text
   */
  static String of(Section section, BinaryOperator<String> mark) {
    String text = section.markdown().replaceAll("[\\uE000-\\uF8FF]", "\uFFFD");
    List<RenderedFact> places =
        section.numbers().stream().sorted(Comparator.comparingInt(RenderedFact::at)).toList();
    StringBuilder marked = new StringBuilder();
    int from = 0;
    for (RenderedFact place : places) {
      int begin = text.offsetByCodePoints(0, place.at());
      int end = text.offsetByCodePoints(begin, place.length());
      marked.append(text, from, begin);
      marked.append(mark.apply(place.fact(), text.substring(begin, end)));
      from = end;
    }
    return marked.append(text.substring(from)).toString();
  }
}
