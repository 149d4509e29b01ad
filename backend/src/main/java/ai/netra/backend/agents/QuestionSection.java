package ai.netra.backend.agents;

import ai.netra.contract.report.Fact;
import ai.netra.contract.report.FactSource;
import ai.netra.contract.report.Label;
import ai.netra.contract.report.Section;
import java.util.List;
import java.util.Map;

/** Section 2: how the question was read, and every warning. */
final class QuestionSection {

  private QuestionSection() {}

  static Section of(Material material) {
    SectionText text = new SectionText();
    material
        .triage()
        .ifPresentOrElse(
            triage -> reading(text, triage, material),
            () -> text.add("The question could not be read, so this answer is general.\n"));
    material.failed().forEach(sentence -> text.add("- ").add(sentence).add("\n"));
    return text.section("question", 2, "Question and warnings");
  }

  private static void reading(SectionText text, TriageResult triage, Material material) {
    text.add("The question was read as: ").add(triage.intent().wireName()).add(".");
    if (!triage.others().isEmpty()) {
      text.add(" It also speaks of: ");
      text.add(String.join(", ", triage.others().stream().map(Intent::wireName).toList()));
      text.add(".");
    }
    text.add("\n");
    for (Map.Entry<String, String> filter : triage.filters().entrySet()) {
      text.add("- Only rows whose ").add(filter.getKey()).add(" is ").name(filter.getValue());
      text.add(" are counted.\n");
    }
    material.warnings().forEach(warning -> text.add("- ").add(warning).add("\n"));
    if (material.data().isPresent()) {
      words(material.facts())
          .forEach(
              fact ->
                  text.add(fact.label() == Label.WHAT_IF ? "- Your what-if: " : "- You asked for: ")
                      .add(fact)
                      .add(".\n"));
    }
  }

  private static List<Fact> words(List<Fact> facts) {
    return facts.stream().filter(fact -> fact.source() instanceof FactSource.FromUser).toList();
  }
}
