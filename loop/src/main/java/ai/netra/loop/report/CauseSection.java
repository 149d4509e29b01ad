package ai.netra.loop.report;

import ai.netra.loop.record.Cause;
import ai.netra.loop.report.Block.Figure;
import ai.netra.loop.report.Block.Figures;
import ai.netra.loop.report.Block.Path;
import ai.netra.loop.report.Block.Row;
import ai.netra.loop.report.Block.Stop;
import ai.netra.loop.report.Block.Table;
import ai.netra.loop.report.RunLines.Found;
import ai.netra.loop.report.Why.CauseAnswer;
import ai.netra.loop.report.Why.Refuted;
import ai.netra.loop.report.Why.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * Why the run was not proved: of each cluster its blame, its culprit, the whys, what is refuted.
 */
final class CauseSection {

  private static final String ID = "causes";
  private static final String TITLE = "Causes";

  private CauseSection() {}

  static Section of(RunLines run) {
    List<CauseAnswer> causes = new CauseAnswers(run.lines()).all();
    if (causes.isEmpty()) {
      return Section.empty(
          ID,
          TITLE,
          Unrecorded.isProved(run)
              ? Unrecorded.PROVED + "diagnose"
              : "the journal has no line of kind cluster, blame or cause: nothing was diagnosed");
    }
    List<Block> blocks = new ArrayList<>();
    causes.forEach(it -> blocks.addAll(blocks(run, it)));
    return new Section(ID, TITLE, "", blocks);
  }

  private static List<Block> blocks(RunLines run, CauseAnswer it) {
    List<Long> records =
        run.all(Cause.class).stream()
            .filter(found -> found.entry().cluster().equals(it.cluster()))
            .map(Found::n)
            .toList();
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Figures(
            List.of(
                figure("cluster " + it.cluster(), it.title(), records),
                figure("blame", it.blame(), records),
                figure("culprit", it.culprit(), records),
                figure("service", it.service() == null ? "none" : it.service(), records),
                figure("root cause", it.statement(), records),
                figure("grounded", it.grounded() ? "yes" : "no", records))));
    blocks.add(
        new Path(it.cluster() + ": the whys", it.path().stream().map(CauseSection::stop).toList()));
    if (!it.refuted().isEmpty()) {
      blocks.add(refuted(it));
    }
    return blocks;
  }

  private static Figure figure(String name, String text, List<Long> records) {
    return new Figure(name, Value.words(text), records);
  }

  private static Stop stop(Step it) {
    String text = it.kind() == null ? it.text() : it.kind() + ": " + it.text();
    return new Stop(
        it.level(), text, it.because(), !it.text().startsWith(Cause.UNKNOWN), it.records());
  }

  private static Table refuted(CauseAnswer cause) {
    return new Table(
        cause.cluster() + ": refuted",
        false,
        List.of("theory", "it predicts", "seen"),
        cause.refuted().stream().map(CauseSection::row).toList());
  }

  private static Row row(Refuted it) {
    return new Row(
        List.of(Value.words(it.claim()), Value.words(it.prediction()), Value.words(it.observed())),
        it.records());
  }
}
