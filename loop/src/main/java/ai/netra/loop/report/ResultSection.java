package ai.netra.loop.report;

import ai.netra.loop.record.Build;
import ai.netra.loop.record.RunStarted;
import ai.netra.loop.report.Block.Figure;
import ai.netra.loop.report.Block.Figures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Which run this is, what it came to, why, and what to do next. */
final class ResultSection {

  private static final long FIRST = 1;

  private ResultSection() {}

  static Section of(RunLines run) {
    Report report = run.report();
    long last = report.journal().lines();
    List<Figure> figures = new ArrayList<>();
    figures.add(Figure.of("run", report.run(), FIRST));
    figures.add(Figure.of("project", report.project(), FIRST));
    figures.add(Figure.of("cycle", report.rounds() + " of " + report.rounds(), last));
    figures.add(Figure.of("started (UTC)", report.started().toString(), FIRST));
    figures.add(Figure.of("ended (UTC)", run.lines().getLast().time().toString(), last));
    Duration duration = Duration.between(report.started(), run.lines().getLast().time());
    figures.add(new Figure("duration", Value.seconds(duration), List.of(FIRST, last)));
    figures.add(Figure.of("target", report.target(), FIRST));
    figures.add(Figure.of("command", command(run), FIRST));
    figures.add(Figure.of("focus", "none: every test of the inventory was run", last));
    figures.add(Figure.of("tree", report.tree() + (report.dirty() ? " (a snapshot)" : ""), FIRST));
    figures.add(Figure.of("branch", report.branch(), FIRST));
    figures.add(builds(run));
    figures.add(Figure.of("commit", "none: the journal has no line of kind commit.done", last));
    figures.add(Figure.of("verdict", report.verdict() + " (exit " + report.exit() + ")", last));
    figures.add(Figure.of("reason", report.reason() + ": " + report.sentence(), last));
    figures.add(Figure.of("counted", report.counted(), last));
    figures.add(Figure.of("target left in", report.leftIn(), last));
    figures.add(Figure.of("next action", nextAction(report), last));
    return Section.of("result", "Result", new Figures(figures));
  }

  private static String command(RunLines run) {
    return run.all(RunStarted.class).stream()
        .map(it -> "netra " + String.join(" ", it.entry().argv()))
        .findFirst()
        .orElse("");
  }

  private static Figure builds(RunLines run) {
    String words =
        run.report().builds().entrySet().stream()
            .map(it -> it.getKey() + " " + it.getValue())
            .collect(Collectors.joining(", "));
    return new Figure(
        "builds",
        Value.words(words.isEmpty() ? "none" : words),
        RunLines.numbers(run.all(Build.class)));
  }

  private static String nextAction(Report report) {
    if (report.verdict().equals("proved")) {
      return "none: every test is proved";
    }
    boolean open = report.results().stream().anyMatch(it -> !TestSections.isProved(it));
    return open
        ? "see the ways on below, then run 'netra loop' again"
        : "remove the reason of the stop, then run 'netra loop' again";
  }
}
