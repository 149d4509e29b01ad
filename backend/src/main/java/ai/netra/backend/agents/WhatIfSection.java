package ai.netra.backend.agents;

import ai.netra.contract.report.Fact;
import ai.netra.contract.report.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an answer says of a what-if: in its summary, and in section 8. */
final class WhatIfSection {

  private final Facts facts;

  WhatIfSection(Facts facts) {
    this.facts = facts;
  }

  /** What the summary says of it. */
  void summary(SectionText text) {
    text.add("As a *what-if*, ");
    supposed(text);
    text.add(", a month would cost **").add(facts.get("what_if.cost_after"));
    text.add("** instead of ").add(facts.get("what_if.cost_before")).add(". ");
  }

  Section section() {
    SectionText text = new SectionText();
    text.add("This is a *what-if*, not what was spent: ");
    supposed(text);
    text.add(", a month would cost ").add(facts.get("what_if.cost_after"));
    text.add(" instead of ").add(facts.get("what_if.cost_before")).add(", a difference of ");
    text.add(facts.get("what_if.cost_difference"));
    Optional<Fact> saving = facts.find("what_if.saving_after");
    saving.ifPresent(
        after ->
            text.add("; the strategies would save ")
                .add(after)
                .add(" of it instead of ")
                .add(facts.get("what_if.saving_before")));
    text.add(".");
    return text.section("what_if", 8, "What-if");
  }

  /** In the user's words; growth that was stated as a goal has its words in section 2. */
  private void supposed(SectionText text) {
    List<Fact> words = words();
    if (words.isEmpty()) {
      text.add("with the growth that you asked about");
      return;
    }
    for (int i = 0; i < words.size(); i++) {
      text.add(i == 0 ? "if \"" : "\", then \"").add(words.get(i));
    }
    text.add("\"");
  }

  private List<Fact> words() {
    List<Fact> words = new ArrayList<>();
    Optional<Fact> next = facts.find(SuppositionFacts.name(0));
    while (next.isPresent()) {
      words.add(next.get());
      next = facts.find(SuppositionFacts.name(words.size()));
    }
    return words;
  }
}
