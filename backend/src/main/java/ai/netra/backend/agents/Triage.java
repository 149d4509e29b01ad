package ai.netra.backend.agents;

import ai.netra.backend.usage.DatasetAt;
import ai.netra.backend.usage.Dimension;
import ai.netra.backend.usage.Filters;
import ai.netra.backend.usage.Usage;
import ai.netra.contract.report.FactSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Triage: what is asked, and whether the rows of the window can answer it. */
final class Triage implements Agent<Triage.Question, TriageResult> {

  private final Lexicon lexicon;
  private final ProfileTool profiles;

  Triage(Usage usage, Lexicon lexicon) {
    this.lexicon = lexicon;
    this.profiles = new ProfileTool(usage);
  }

  /** What is read: the words, and the data they are about. */
  record Question(
      String text, Map<String, Object> settings, Snapshot snapshot, DatasetAt dataset) {}

  @Override
  public AgentName name() {
    return AgentName.TRIAGE;
  }

  @Override
  public Prepared<Question> prepare(Finished finished) {
    RunRequest request = finished.request();
    return new Prepared.Ready<>(
        new Question(
            NamesInText.normalise(request.content()),
            request.settings(),
            finished.snapshot(),
            finished.dataset()));
  }

  @Override
  public TriageResult run(Question question, Work work) throws InterruptedException {
    Lexicon.Reading reading = lexicon.read(question.text());
    AskedWindow asked = AskedWindow.read(question.settings().get("time_range"), question.text());
    work.think(before(question, reading));
    ProfileTool.Profiled profiled =
        profiles.call(work, question.dataset(), question.snapshot(), asked);
    ConstraintGrammar.Heard heard = ConstraintGrammar.read(profiled.rest());
    Sufficiency sufficiency = Sufficiency.of(profiled.profile());
    RunPlan plan = RunPlan.chosen(reading.intent(), sufficiency.level());
    heard.constraints().stated().forEach(stated -> constraint(work.facts(), stated));
    work.think(after(reading, sufficiency, plan));
    return new TriageResult(
        reading.intent(),
        reading.others(),
        reading.confidence(),
        heard.constraints(),
        profiled.window(),
        wire(profiled.filters()),
        sufficiency,
        plan,
        warnings(reading, heard, profiled, plan),
        profiled.profile(),
        work.facts().facts(),
        work.rowsRead(),
        work.toolCalls());
  }

  @Override
  public String summary(TriageResult result) {
    return "The question is read as %s; the data are %s, so the plan is %s."
        .formatted(
            result.intent().wireName(),
            result.sufficiency().level().wireName(),
            result.plan().wireName());
  }

  private static void constraint(FactBook facts, Constraints.Stated stated) {
    facts.add(
        "constraint." + stated.kind().wireName() + "." + (facts.facts().size() + 1),
        new Quantity.Text(stated.words()),
        new FactSource.FromUser(stated.words()));
  }

  private static String before(Question question, Lexicon.Reading reading) {
    String heard =
        reading.heard().isEmpty()
            ? "no word of the lexicon"
            : "'" + String.join("', '", reading.heard()) + "'";
    return "Reading the question about the data set %s: %s speaks for the intent %s, confidence %s."
        .formatted(
            question.dataset().dataset(), heard, reading.intent().wireName(), reading.confidence());
  }

  private static String after(Lexicon.Reading reading, Sufficiency sufficiency, RunPlan plan) {
    return "The intent %s needs %s; the rows score %s, which is %s, so the plan is %s."
        .formatted(
            reading.intent().wireName(),
            reading.intent().needsData() ? "rows of usage" : "no rows",
            sufficiency.score().toPlainString(),
            sufficiency.level().wireName(),
            plan.wireName());
  }

  private static List<String> warnings(
      Lexicon.Reading reading,
      ConstraintGrammar.Heard heard,
      ProfileTool.Profiled profiled,
      RunPlan plan) {
    List<String> warnings = new ArrayList<>(profiled.warnings());
    if (!reading.intent().answeredByAnalysis()) {
      warnings.add(later(reading.intent(), plan));
    }
    if (!heard.constraints().stated().isEmpty()) {
      warnings.add(
          "Constraints were read and are repeated below; no number here was computed under them.");
    }
    if (!heard.leftover().isEmpty()) {
      warnings.add("A number in the question was not understood and changed nothing.");
    }
    return warnings;
  }

  private static String later(Intent intent, RunPlan plan) {
    String instead =
        plan == RunPlan.ANALYSE
            ? "this answer analyses what was spent instead"
            : "this answer says what data it will need";
    return "The question asks to %s, and the agents for that are not part of this version: %s."
        .formatted(intent.wireName(), instead);
  }

  private static Map<String, String> wire(Filters filters) {
    Map<String, String> wire = new TreeMap<>();
    for (Map.Entry<Dimension, String> filter : filters.values().entrySet()) {
      wire.put(filter.getKey().wireName(), filter.getValue());
    }
    return wire;
  }
}
