package ai.netra.backend.agents;

import ai.netra.contract.report.Fact;
import ai.netra.contract.report.Quantity;
import ai.netra.contract.report.RenderedFact;
import ai.netra.contract.report.Section;
import java.util.ArrayList;
import java.util.List;

/** Writes a section: words of the template, and facts as they render. One thread. */
final class SectionText {

  private final StringBuilder text = new StringBuilder();
  private final List<RenderedFact> numbers = new ArrayList<>();

  SectionText add(String words) {
    text.append(words);
    return this;
  }

  SectionText add(Fact fact) {
    String rendered = Quantity.of(fact).render();
    numbers.add(new RenderedFact(fact.id(), points(text), points(rendered)));
    text.append(rendered);
    return this;
  }

  SectionText name(String name) {
    text.append(Markdown.code(name));
    return this;
  }

  private static int points(CharSequence characters) {
    return Character.codePointCount(characters, 0, characters.length());
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  Section section(String id, int number, String title) {
    String whole = text.toString().stripTrailing();
    String stripped = whole.stripLeading();
    int cut = points(whole) - points(stripped);
    return new Section(
        id,
        number,
        title,
        stripped,
        numbers.stream().map(RenderedFact::fact).distinct().toList(),
        numbers.stream()
            .map(each -> new RenderedFact(each.fact(), each.at() - cut, each.length()))
            .toList());
  }
}
