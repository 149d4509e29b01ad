package ai.netra.backend.agents;

import ai.netra.backend.usage.UsageWindow;
import ai.netra.contract.report.AssumptionView;
import ai.netra.contract.report.DataUsed;
import ai.netra.contract.report.Fact;
import ai.netra.contract.report.GateVerdict;
import ai.netra.contract.report.Report;
import ai.netra.contract.report.ReportKind;
import ai.netra.contract.report.Section;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Composes a report: which sections it has, and what a section becomes that the gate refuses. */
final class ReportWriter {

  private static final Logger LOG = LoggerFactory.getLogger(ReportWriter.class);

  private final GuidanceSections guidance;

  ReportWriter(GuideTexts texts) {
    this.guidance = new GuidanceSections(texts);
  }

  Report write(Material material) {
    ReportKind kind = material.kind();
    List<Fact> facts = kind == ReportKind.GUIDANCE ? List.of() : material.facts();
    Gate gate = new Gate(facts, material.names());
    Set<String> failed = new TreeSet<>();
    List<Section> sections =
        sections(material).stream().map(section -> passed(section, gate, facts, failed)).toList();
    List<AssumptionView> assumptions = assumptions(material);
    boolean complete = complete(material, sections, assumptions, failed);
    return new Report(
        material.runId().replaceFirst("^run_", "rep_"),
        "report",
        kind,
        material.runId(),
        material.threadId(),
        title(material),
        sections.getFirst().markdown(),
        dataUsed(material),
        material.catalogueVersion(),
        material.pricesAsOf(),
        AgentPipeline.PROSE,
        AgentPipeline.PROSE_REASON,
        null,
        new GateVerdict(complete, List.copyOf(failed)),
        material.warnings(),
        sections,
        facts,
        new Charts(facts).all(),
        material.optimization().map(Recommendations::of).orElse(List.of()),
        material.actions().map(ActionPlan::actions).orElse(List.of()),
        assumptions,
        material.request().map(DataRequest::asks).orElse(List.of()),
        material.asOf());
  }

  private static List<AssumptionView> assumptions(Material material) {
    boolean work = material.actions().filter(plan -> !plan.actions().isEmpty()).isPresent();
    return material
        .optimization()
        .map(result -> Recommendations.assumptions(result, work))
        .orElse(List.of());
  }

  /** What is missing is a defect of a template: told in the verdict, logged, and sent as it is. */
  private static boolean complete(
      Material material,
      List<Section> sections,
      List<AssumptionView> assumptions,
      Set<String> failed) {
    Completeness.Owed owed =
        new Completeness.Owed(
            material.kind(),
            material.warnings(),
            assumptions.stream().map(AssumptionView::name).toList(),
            material.facts());
    boolean met = Completeness.met(sections, owed);
    if (!met) {
      failed.add(Completeness.NAME);
      LOG.atError().addKeyValue("run_id", material.runId()).log("an answer is not complete");
    }
    return met;
  }

  private static String title(Material material) {
    if (material.data().isEmpty()) {
      return "What is needed to answer";
    }
    return material.optimization().isPresent()
        ? "What can be saved, and how"
        : "What was spent, and on what";
  }

  private List<Section> sections(Material material) {
    Optional<DataResult> data = material.data();
    List<Section> sections = new ArrayList<>();
    if (data.isEmpty()) {
      sections.add(guidance.summary(material));
      sections.add(QuestionSection.of(material));
      sections.add(guidance.missing(material));
      return sections;
    }
    DataSections written = new DataSections(material, data.get());
    sections.add(written.summary());
    sections.add(QuestionSection.of(material));
    sections.add(written.dataUsed());
    sections.add(written.spend());
    sections.add(written.reliability());
    sections.add(written.findings());
    material.optimization().ifPresent(result -> advice(result, material, sections));
    sections.add(written.method());
    sections.add(guidance.missing(material));
    sections.add(written.trace());
    return sections;
  }

  private static void advice(OptimizationResult result, Material material, List<Section> sections) {
    AdviceSections advice = new AdviceSections(result, material.facts());
    sections.add(advice.recommendations());
    advice.whatIf().ifPresent(sections::add);
    material.actions().ifPresent(plan -> sections.add(advice.plan(plan)));
    sections.add(advice.risks());
  }

  /** A template that fails the gate is a defect: the section is shown as a bare table of facts. */
  private static Section passed(
      Section section, Gate gate, List<Fact> facts, Set<String> onTheWay) {
    List<String> failed = gate.failed(section.markdown());
    if (failed.isEmpty()) {
      return section;
    }
    onTheWay.addAll(failed);
    LOG.atError()
        .addKeyValue("section", section.id())
        .addKeyValue("checks", failed)
        .log("a template failed the quality gate");
    SectionText table = new SectionText();
    facts.stream()
        .filter(fact -> section.facts().contains(fact.id()))
        .forEach(fact -> table.add("- ").add(fact).add("\n"));
    return table.section(section.id(), section.number(), section.title());
  }

  private static DataUsed dataUsed(Material material) {
    Optional<TriageResult> triage = material.triage();
    UsageWindow window = triage.map(TriageResult::window).orElse(null);
    return new DataUsed(
        material.dataset(),
        material.watermark(),
        material.asOf(),
        window == null ? null : window.from().toString(),
        window == null ? null : window.to().toString(),
        triage.map(result -> result.profile().rows()).orElse(0L),
        triage.map(result -> result.sufficiency().coverage()).orElse(BigDecimal.ZERO),
        material
            .data()
            .map(data -> new Facts(data.facts()).number("unpriced_share"))
            .orElse(BigDecimal.ZERO));
  }
}
