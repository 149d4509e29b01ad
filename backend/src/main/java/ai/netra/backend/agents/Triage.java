package ai.netra.backend.agents;

import ai.netra.backend.models.Catalogue;
import ai.netra.backend.models.Catalogues;
import ai.netra.backend.usage.DatasetAt;
import ai.netra.backend.usage.Dimension;
import ai.netra.backend.usage.Filters;
import ai.netra.backend.usage.Usage;
import ai.netra.contract.report.FactSource;
import ai.netra.contract.report.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Triage: what is asked, and whether the rows of the window can answer it. */
final class Triage implements Agent<Triage.Question, TriageResult> {

  private final Catalogues catalogues;
  private final Lexicon lexicon;
  private final ProfileTool profiles;

  Triage(Usage usage, Catalogues catalogues, Lexicon lexicon) {
    this.catalogues = catalogues;
    this.lexicon = lexicon;
    this.profiles = new ProfileTool(usage);
  }

  /** What is read: the words, and the data they are about. */
  record Question(
      String text,
      Map<String, Object> settings,
      Map<String, Object> context,
      Snapshot snapshot,
      DatasetAt dataset) {}

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
            request.context(),
            finished.snapshot(),
            finished.dataset()));
  }

  @Override
  public TriageResult run(Question question, Work work) throws InterruptedException {
    Lexicon.Reading reading = lexicon.read(question.text());
    AskedText asked = asked(question, reading.intent());
    work.think(before(question, reading));
    ProfileTool.Profiled profiled =
        profiles.call(work, question.dataset(), question.snapshot(), asked);
    ConstraintReader.Read heard = constraints(question, profiled);
    Sufficiency sufficiency = Sufficiency.of(profiled.profile());
    RunPlan plan = RunPlan.chosen(reading.intent(), sufficiency.level());
    heard.constraints().stated().forEach(stated -> constraint(work.facts(), stated));
    List<Supposition> supposed = profiled.supposed().changes();
    SuppositionFacts.add(supposed, work.facts());
    work.think(after(reading, sufficiency, plan));
    return new TriageResult(
        reading.intent(),
        reading.others(),
        reading.confidence(),
        heard.constraints(),
        supposed,
        profiled.window(),
        wire(profiled.filters()),
        sufficiency,
        plan,
        warnings(question, reading, heard, profiled),
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

  /** Only a question that simulates supposes something; in another the same words are wishes. */
  private AskedText asked(Question question, Intent intent) {
    AskedWindow window = AskedWindow.read(question.settings().get("time_range"), question.text());
    Catalogue catalogue = catalogues.version(question.snapshot().catalogue());
    return intent == Intent.SIMULATE
        ? new AskedText(
            window, (rest, names) -> Suppositions.read(rest, new KnownNames(catalogue, names)))
        : AskedText.of(window);
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

  private ConstraintReader.Read constraints(Question question, ProfileTool.Profiled profiled) {
    Catalogue catalogue = catalogues.version(question.snapshot().catalogue());
    ConstraintReader.Names names = ConstraintReader.names(profiled.profile(), catalogue);
    ConstraintReader.Read heard =
        new ConstraintReader(names).read(ConstraintGrammar.read(profiled.rest()));
    return ContextConstraints.over(heard, question.context());
  }

  private static List<String> warnings(
      Question question,
      Lexicon.Reading reading,
      ConstraintReader.Read heard,
      ProfileTool.Profiled profiled) {
    List<String> warnings = new ArrayList<>(profiled.warnings());
    if (reading.intent().comesLater()) {
      warnings.add(
          "The question asks to %s, and the agents for that are not part of this version."
              .formatted(reading.intent().wireName()));
    }
    warnings.addAll(heard.warnings());
    profiled
        .supposed()
        .notUnderstood()
        .forEach(words -> warnings.add(ConstraintReader.notUnderstood(words)));
    Assumptions.unknown(question.settings().get("assumptions"))
        .forEach(
            name ->
                warnings.add(
                    "The assumption %s is unknown or out of range and changed nothing."
                        .formatted(Markdown.code(name))));
    return warnings;
  }

  private static Map<String, String> wire(Filters filters) {
    Map<String, String> wire = new TreeMap<>();
    for (Map.Entry<Dimension, String> filter : filters.values().entrySet()) {
      wire.put(filter.getKey().wireName(), filter.getValue());
    }
    return wire;
  }
}
