package ai.netra.backend.agents;

import ai.netra.backend.usage.UsageWindow;
import ai.netra.contract.report.DataUsed;
import ai.netra.contract.report.Fact;
import ai.netra.contract.report.Report;
import ai.netra.contract.report.ReportKind;
import ai.netra.contract.report.Section;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    boolean partial = material.data().isPresent();
    List<Fact> facts = partial ? material.facts() : List.of();
    Gate gate = new Gate(facts, material.names());
    List<Section> sections =
        sections(material).stream().map(section -> passed(section, gate, facts)).toList();
    return new Report(
        partial ? ReportKind.PARTIAL : ReportKind.GUIDANCE,
        partial ? "What was spent, and on what" : "What is needed to answer",
        sections.getFirst().markdown(),
        dataUsed(material),
        material.catalogueVersion(),
        material.pricesAsOf(),
        material.triage().map(TriageResult::warnings).orElse(List.of()),
        sections,
        facts,
        material.request().map(DataRequest::asks).orElse(List.of()));
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
    sections.add(written.method());
    sections.add(guidance.missing(material));
    sections.add(written.trace());
    return sections;
  }

  /** A template that fails the gate is a defect: the section is shown as a bare table of facts. */
  private static Section passed(Section section, Gate gate, List<Fact> facts) {
    List<String> failed = gate.failed(section.markdown());
    if (failed.isEmpty()) {
      return section;
    }
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
