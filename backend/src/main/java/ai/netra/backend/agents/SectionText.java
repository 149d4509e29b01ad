package ai.netra.backend.agents;

import ai.netra.contract.report.Fact;
import ai.netra.contract.report.Quantity;
import ai.netra.contract.report.Section;
import java.util.LinkedHashSet;
import java.util.Set;

/** Writes a section: words of the template, and facts as they render. One thread. */
final class SectionText {

  private final StringBuilder text = new StringBuilder();
  private final Set<String> facts = new LinkedHashSet<>();

  SectionText add(String words) {
    text.append(words);
    return this;
  }

  SectionText add(Fact fact) {
    text.append(Quantity.of(fact).render());
    facts.add(fact.id());
    return this;
  }

  SectionText name(String name) {
    text.append(Markdown.code(name));
    return this;
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  Section section(String id, int number, String title) {
    return new Section(id, number, title, text.toString().strip(), java.util.List.copyOf(facts));
  }
}
