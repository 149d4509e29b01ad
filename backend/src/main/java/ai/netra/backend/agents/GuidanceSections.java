package ai.netra.backend.agents;

import ai.netra.contract.report.Ask;
import ai.netra.contract.report.Section;
import java.util.List;

/** What an answer without enough data says, and what is missing; no number about use. */
final class GuidanceSections {

  private final GuideTexts texts;

  GuidanceSections(GuideTexts texts) {
    this.texts = texts;
  }

  Section summary(Material material) {
    SectionText text = new SectionText();
    boolean help = material.triage().map(t -> !t.intent().needsData()).orElse(false);
    if (help) {
      text.add("Netra answers questions about the cost and speed of your AI calls. ");
    } else {
      text.add("The data set ").name(material.dataset());
      text.add(" does not hold enough usage data to compute an answer, so none is given. ");
    }
    text.add(texts.capabilities()).add("\n\n");
    text.add("What you can do next: send the required fields named below, then ask again; ");
    text.add("every number of that answer will carry the query that gave it.");
    return text.section("summary", 1, "Summary");
  }

  Section missing(Material material) {
    SectionText text = new SectionText();
    DataRequest request =
        material
            .request()
            .orElseGet(() -> new DataRequest(List.of(), List.of(), texts.csvHeader(), 0, 0));
    if (request.asks().isEmpty()) {
      text.add("No field is missing for this answer. Further questions: ask for a feature, ");
      text.add("a model, a customer or another window.");
      return text.section("missing", 12, "What is missing");
    }
    request.asks().forEach(ask -> ask(text, ask));
    text.add("\nHow to send it:\n\n");
    for (DataRequest.HowTo howTo : request.howTos()) {
      text.add("- ").add(howTo.title()).add(": ").add(howTo.text()).add("\n");
    }
    text.add("\nThe header of a CSV file: ").name(request.csvHeader());
    return text.section("missing", 12, "What is missing");
  }

  private static void ask(SectionText text, Ask ask) {
    text.add("- ").name(ask.field()).add(ask.required() ? " (required): " : ": ");
    text.add(ask.why()).add("; unlocks ").add(String.join(", ", ask.unlocks())).add(".\n");
  }
}
