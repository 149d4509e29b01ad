package ai.netra.backend.agents;

import ai.netra.contract.report.Chart;
import ai.netra.contract.report.Fact;
import ai.netra.contract.report.Label;
import ai.netra.contract.report.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Draws what the facts hold; a picture without a fact is left out. Used once. */
final class Charts {

  private static final Pattern PLACE = Pattern.compile("([a-z_0-9]+)\\[([a-z_]+=)?(.*)]");

  private final List<Fact> facts;
  private final List<Chart> charts = new ArrayList<>();

  Charts(List<Fact> facts) {
    this.facts = facts;
  }

  List<Chart> all() {
    placed("spend_by_day", Unit.USD, "spend", "day=");
    placed("cost_by_feature", Unit.USD, "spend", "feature=");
    named(
        "latency_percentiles",
        Unit.MILLIS,
        List.of("latency_p50", "latency_p90", "latency_p95", "latency_p99"));
    named(
        "token_kinds",
        Unit.TOKENS,
        List.of("input_tokens", "cached_input_tokens", "output_tokens"));
    waterfall();
    ranges();
    return List.copyOf(charts);
  }

  /** Facts of one name at places of one kind, as one series. */
  private void placed(String kind, Unit unit, String name, String by) {
    List<Drawn> drawn = new ArrayList<>();
    for (Fact fact : facts) {
      Matcher matcher = PLACE.matcher(fact.name());
      if (matcher.matches() && matcher.group(1).equals(name) && by.equals(matcher.group(2))) {
        drawn.add(new Drawn(matcher.group(3), fact));
      }
    }
    add(kind, unit, List.of(new Line(name, drawn)));
  }

  private void named(String kind, Unit unit, List<String> names) {
    List<Drawn> drawn = new ArrayList<>();
    names.forEach(name -> find(name).ifPresent(fact -> drawn.add(new Drawn(name, fact))));
    add(kind, unit, List.of(new Line(kind, drawn)));
  }

  private void waterfall() {
    List<Drawn> drawn = new ArrayList<>();
    find("run_rate").ifPresent(fact -> drawn.add(new Drawn("today", fact)));
    drawn.addAll(strategies("left_after"));
    if (drawn.size() > 1) {
      add("savings_waterfall", Unit.USD, List.of(new Line("left", drawn)));
    }
  }

  private void ranges() {
    List<Line> lines =
        List.of(
            new Line("low", strategies("monthly_saving_low")),
            new Line("expected", strategies("monthly_saving")),
            new Line("high", strategies("monthly_saving_high")));
    add("saving_ranges", Unit.PER_MONTH, lines);
  }

  private List<Drawn> strategies(String name) {
    List<Drawn> drawn = new ArrayList<>();
    for (Fact fact : facts) {
      Matcher matcher = PLACE.matcher(fact.name());
      if (matcher.matches() && matcher.group(1).equals(name) && matcher.group(2) == null) {
        String strategy = matcher.group(3);
        String words = StrategyId.named(strategy).map(StrategyId::words).orElse(strategy);
        drawn.add(new Drawn(words, fact));
      }
    }
    return drawn;
  }

  private record Drawn(String x, Fact fact) {}

  private record Line(String name, List<Drawn> drawn) {}

  private void add(String kind, Unit unit, List<Line> lines) {
    List<Fact> shown =
        lines.stream().flatMap(line -> line.drawn().stream()).map(Drawn::fact).toList();
    if (shown.isEmpty()) {
      return;
    }
    charts.add(
        new Chart(
            "c" + (charts.size() + 1),
            kind,
            unit,
            label(shown),
            lines.stream().map(Charts::series).toList(),
            shown.stream().map(Fact::id).toList()));
  }

  private static Chart.Series series(Line line) {
    return new Chart.Series(
        line.name(),
        line.drawn().stream().map(each -> List.of(each.x(), each.fact().value())).toList());
  }

  private static Label label(List<Fact> shown) {
    return shown.getFirst().label();
  }

  private Optional<Fact> find(String name) {
    return facts.stream().filter(fact -> fact.name().equals(name)).findFirst();
  }
}
