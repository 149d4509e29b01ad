package ai.netra.loop.report;

import ai.netra.loop.record.Attempt;
import ai.netra.loop.record.Entry;
import ai.netra.loop.record.Exchange;
import ai.netra.loop.record.Mode;
import ai.netra.loop.record.Proof.State;
import ai.netra.loop.record.Receipt;
import ai.netra.loop.record.SocketReceipt;
import ai.netra.loop.record.Verdict;
import ai.netra.loop.report.Block.Figure;
import ai.netra.loop.report.Block.Figures;
import ai.netra.loop.report.Block.Row;
import ai.netra.loop.report.Block.Table;
import ai.netra.loop.report.RunLines.Found;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What shows that the tests were executed for real. */
final class EvidenceSection {

  private EvidenceSection() {}

  static Section of(RunLines run) {
    List<Figure> figures = new ArrayList<>();
    List<Found<Exchange>> exchanges = run.all(Exchange.class);
    figures.add(counted("exchanges", exchanges, _ -> true));
    figures.add(counted("of them answered whole", exchanges, Exchange::complete));
    figures.add(counted("of them sockets", exchanges, it -> it.socket() != null));
    figures.add(counted("of them of no test", exchanges, it -> it.key() == null));
    figures.add(counted("receipts of requests", run.all(Receipt.class), _ -> true));
    figures.add(counted("receipts of sockets", run.all(SocketReceipt.class), _ -> true));
    List<Found<Attempt>> verdict = run.attempts(Mode.VERDICT);
    figures.add(counted("attempts that count", verdict, _ -> true));
    figures.add(checks(verdict));
    List<Found<Attempt>> controls = run.attempts(Mode.CONTROL);
    figures.add(counted("controls", controls, _ -> true));
    figures.add(counted("of them red", controls, EvidenceSection::isRed));
    List<Found<Attempt>> mutants = run.asked();
    figures.add(counted("mutants asked", mutants, _ -> true));
    figures.add(counted("of them noticed", mutants, EvidenceSection::isRed));
    figures.addAll(Mutation.figures(run.report()));
    for (Found<Verdict> it : run.all(Verdict.class)) {
      figures.add(Figure.of("canaries of run " + it.entry().run(), it.entry().canaries(), it.n()));
    }
    return Section.of(
        "evidence",
        "Evidence of real execution",
        new Figures(figures),
        parts(run),
        Mutation.tests(run.report()),
        Mutation.survivors(run.report()));
  }

  private static <T extends Entry> Figure counted(
      String name, List<Found<T>> all, Predicate<T> wanted) {
    List<Found<T>> found = all.stream().filter(it -> wanted.test(it.entry())).toList();
    return new Figure(name, Value.count(found.size()), RunLines.numbers(found));
  }

  private static Figure checks(List<Found<Attempt>> attempts) {
    long sum =
        attempts.stream()
            .map(it -> it.entry().assertions())
            .filter(Objects::nonNull)
            .mapToLong(Integer::longValue)
            .sum();
    return new Figure("checks executed", Value.count(sum), RunLines.numbers(attempts));
  }

  private static boolean isRed(Attempt attempt) {
    return attempt.status() == Attempt.Status.FAILED || attempt.status() == Attempt.Status.ERROR;
  }

  /** Each part of the proofs, counted by its state. */
  private static Table parts(RunLines run) {
    Map<String, Map<State, Long>> byPart = new TreeMap<>();
    for (Report.TestReport test : run.report().results()) {
      test.parts()
          .forEach(
              it ->
                  byPart
                      .computeIfAbsent(
                          it.number() + " " + it.name(), _ -> new EnumMap<>(State.class))
                      .merge(it.state(), 1L, Long::sum));
    }
    List<Row> rows = new ArrayList<>();
    List<Long> verdicts = RunLines.numbers(run.all(Verdict.class));
    byPart.forEach((part, states) -> rows.add(row(part, states, verdicts)));
    return new Table(
        "Parts of the proofs",
        false,
        List.of("part", "present", "missing", "contradicted", "not asked"),
        rows);
  }

  private static Row row(String part, Map<State, Long> states, List<Long> verdicts) {
    List<Value> values = new ArrayList<>(List.of(Value.words(part)));
    for (State state : State.values()) {
      values.add(Value.count(states.getOrDefault(state, 0L)));
    }
    return new Row(values, verdicts);
  }
}
