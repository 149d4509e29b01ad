package ai.netra.loop.report;

import ai.netra.loop.record.Outcome;
import ai.netra.loop.record.Proof;
import ai.netra.loop.report.Block.Figure;
import ai.netra.loop.report.Block.Figures;
import ai.netra.loop.report.Block.Row;
import ai.netra.loop.report.Block.Table;
import ai.netra.loop.report.Report.FullRun;
import ai.netra.loop.report.ValueAtRisk.Term;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The value at risk with its formula, and how the full runs differ. */
final class ValueSections {

  private static final String USD = "USD";

  private ValueSections() {}

  static Section atRisk(RunLines run) {
    Set<String> proved =
        run.report().results().stream()
            .filter(TestSections::isProved)
            .map(it -> ValueAtRisk.name(it.suite(), it.test()))
            .collect(Collectors.toSet());
    List<Term> terms = ValueAtRisk.terms(run.lines(), proved);
    if (terms.isEmpty()) {
      return Section.empty(
          "value_at_risk", "Value at risk", "no value is declared, so there is no figure");
    }
    return Section.of(
        "value_at_risk",
        "Value at risk",
        new Figures(figures(terms)),
        new Table(
            "Terms: value × not proved ÷ N of the priority",
            false,
            List.of(
                "priority", "value", "source", "not proved", "N", "at risk", "whole value open"),
            terms.stream().map(ValueSections::row).toList()));
  }

  private static List<Figure> figures(List<Term> terms) {
    List<Term> inUsd = terms.stream().filter(it -> it.value().currency().equals(USD)).toList();
    BigDecimal sum = inUsd.stream().map(Term::atRisk).reduce(BigDecimal.ZERO, BigDecimal::add);
    List<Long> records =
        inUsd.stream().flatMap(it -> it.records().stream()).distinct().sorted().toList();
    return inUsd.isEmpty()
        ? List.of(Figure.of("at risk", "no value is declared in USD"))
        : List.of(new Figure("at risk", new Value.Amount(sum, USD), records));
  }

  private static Row row(Term it) {
    String currency = it.value().currency();
    BigDecimal whole = it.value().value();
    return new Row(
        List.of(
            Value.words(it.value().priority()),
            new Value.Amount(whole, currency),
            Value.words(it.value().source()),
            Value.count(it.notProved()),
            Value.count(it.tests()),
            new Value.Amount(it.atRisk(), currency),
            new Value.Amount(it.notProved() == 0 ? BigDecimal.ZERO : whole, currency)),
        it.records());
  }

  static Section runs(RunLines run) {
    List<FullRun> runs = run.report().runs();
    if (runs.size() < 2) {
      return Section.empty(
          "before_after",
          "Before and after",
          "two full runs with a verdict are compared, the journal has " + runs.size());
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Table(
            "Full runs",
            false,
            List.of("run", "proved", "N", "not proved", "at risk"),
            runs.stream().map(it -> row(run, it)).toList()));
    recovered(run).ifPresent(it -> blocks.add(new Figures(List.of(it))));
    return new Section("before_after", "Before and after", "", blocks);
  }

  private static Row row(RunLines run, FullRun it) {
    int inventory = it.counts().inventory();
    int proved = it.counts().proved();
    return new Row(
        List.of(
            Value.count(it.run()),
            Value.count(proved),
            Value.count(inventory),
            Value.count(inventory - proved),
            usd(run, it.run())
                .<Value>map(risk -> new Value.Amount(risk, USD))
                .orElse(Value.words("no value is declared in USD"))),
        it.records());
  }

  private static Optional<Figure> recovered(RunLines run) {
    FullRun first = run.report().runs().getFirst();
    FullRun last = run.report().runs().getLast();
    List<Long> records = new ArrayList<>(first.records());
    records.addAll(last.records());
    return usd(run, first.run())
        .flatMap(before -> usd(run, last.run()).map(before::subtract))
        .map(
            it ->
                new Figure(
                    "recovered from run " + first.run() + " to run " + last.run(),
                    new Value.Amount(it, USD),
                    records));
  }

  /** What one full run alone left at risk. */
  private static Optional<BigDecimal> usd(RunLines run, int number) {
    Set<String> proved =
        run.all(Proof.class).stream()
            .map(RunLines.Found::entry)
            .filter(it -> it.run() == number && it.outcome() == Outcome.PROVED)
            .map(it -> ValueAtRisk.name(it.suite(), it.test()))
            .collect(Collectors.toSet());
    return ValueAtRisk.usd(run.lines(), proved);
  }
}
