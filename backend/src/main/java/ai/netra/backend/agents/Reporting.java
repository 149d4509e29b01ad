package ai.netra.backend.agents;

import ai.netra.backend.models.Catalogue;
import ai.netra.backend.models.Catalogues;
import ai.netra.backend.usage.Profile;
import ai.netra.contract.report.Ask;
import ai.netra.contract.report.Report;
import ai.netra.contract.report.Section;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reporting: the answer, written from templates around facts and passed through the gate. */
final class Reporting implements Agent<Material, ReportResult> {

  private final Catalogues catalogues;
  private final ReportWriter writer;

  Reporting(Catalogues catalogues, GuideTexts texts) {
    this.catalogues = catalogues;
    this.writer = new ReportWriter(texts);
  }

  @Override
  public AgentName name() {
    return AgentName.REPORTING;
  }

  @Override
  public Prepared<Material> prepare(Finished finished) {
    return new Prepared.Ready<>(material(finished));
  }

  @Override
  public ReportResult run(Material material, Work work) {
    work.think(
        "Writing the answer about the data set %s from %s."
            .formatted(
                material.dataset(),
                material.data().isPresent() ? "the facts of the data step" : "what is missing"));
    Report report = writer.write(material);
    String markdown = markdown(report);
    work.think(
        "The answer has the sections %s and passed the checks of numbers and names."
            .formatted(String.join(", ", report.sections().stream().map(Section::title).toList())));
    return new ReportResult(markdown, report);
  }

  @Override
  public String summary(ReportResult result) {
    return "The answer is written.";
  }

  /** What a run so far allows to be told; also for answers of other agents than the supervisor. */
  Material material(Finished finished) {
    Snapshot snapshot = finished.snapshot();
    Catalogue catalogue = catalogues.version(snapshot.catalogue());
    Optional<DataRequest> request = finished.result(AgentName.DATA_HELPER, DataRequest.class);
    return new Material(
        finished.runId(),
        finished.threadId(),
        snapshot.dataset(),
        snapshot.watermark(),
        snapshot.asOf().toString(),
        catalogue.version(),
        catalogue.date(),
        prices(catalogue),
        finished.triage(),
        finished.data(),
        finished.result(AgentName.OPTIMIZATION, OptimizationResult.class),
        finished.result(AgentName.ACTIONS, ActionPlan.class),
        request,
        failed(finished),
        names(finished, catalogue, request),
        finished.all().stream().flatMap(result -> result.facts().stream()).toList());
  }

  private static Material.Prices prices(Catalogue catalogue) {
    if (catalogue.prices().isEmpty()) {
      return Material.Prices.NONE;
    }
    return catalogue.confirmed() ? Material.Prices.CONFIRMED : Material.Prices.TO_CHECK;
  }

  Report write(Material material) {
    return writer.write(material);
  }

  /** The whole answer as one text. */
  static String markdown(Report report) {
    StringBuilder text = new StringBuilder();
    for (Section section : report.sections()) {
      text.append("## ").append(section.title()).append("\n\n");
      text.append(section.markdown()).append("\n\n");
    }
    return text.toString().strip() + "\n";
  }

  private static List<String> failed(Finished finished) {
    List<String> failed = new ArrayList<>();
    for (FinishedStep step : finished.steps()) {
      switch (step.outcome()) {
        case StepOutcome.Done _ -> {}
        case StepOutcome.Skipped skipped ->
            failed.add("The step " + step.agent() + " was skipped: " + skipped.reason() + ".");
        case StepOutcome.Failed broken ->
            failed.add("The step " + step.agent() + " failed with " + broken.code().name() + ".");
      }
    }
    return failed;
  }

  private static Set<String> names(
      Finished finished, Catalogue catalogue, Optional<DataRequest> request) {
    Set<String> names = new HashSet<>();
    names.add(finished.snapshot().dataset());
    names.add(catalogue.version());
    catalogue.models().forEach(model -> names.add(model.id()));
    finished
        .triage()
        .ifPresent(
            triage -> {
              triage.profile().names().stream().map(Profile.Name::value).forEach(names::add);
              triage.warnings().forEach(warning -> names.addAll(Markdown.codes(warning)));
            });
    finished
        .result(AgentName.OPTIMIZATION, OptimizationResult.class)
        .ifPresent(result -> namesOf(result, names));
    finished.data().ifPresent(data -> namesOf(data, names));
    request.ifPresent(
        asks -> {
          asks.asks().stream().map(Ask::field).forEach(names::add);
          names.add(asks.csvHeader());
        });
    return names;
  }

  /** Fields and assumptions; the classes and features that settings route are of the rows. */
  private static void namesOf(OptimizationResult result, Set<String> names) {
    result.notApplicable().forEach(each -> names.addAll(Markdown.codes(each.reason())));
    result.warnings().forEach(warning -> names.addAll(Markdown.codes(warning)));
    result.portfolio().applied().stream()
        .flatMap(each -> ActionTemplates.names(each.settings()).stream())
        .forEach(names::add);
    for (Assumption assumption : Assumption.values()) {
      names.add(assumption.wireName());
    }
  }

  private static void namesOf(DataResult data, Set<String> names) {
    data.by().forEach(group -> names.add(String.valueOf(group.key())));
    data.errors()
        .forEach(
            error -> {
              names.add(error.status());
              names.add(String.valueOf(error.code()));
            });
  }
}
