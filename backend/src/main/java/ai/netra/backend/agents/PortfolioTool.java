package ai.netra.backend.agents;

import ai.netra.contract.report.Fact;
import ai.netra.contract.report.FactSource;
import ai.netra.contract.report.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tool {@code portfolio_optimise}: strategies together, each on what is left. One call; one
 * thread.
 */
final class PortfolioTool {

  static final String NAME = "portfolio_optimise";

  private final AdviceScope advice;
  private final FactBook book;
  private final @Nullable String call;
  private final List<Fact> facts = new ArrayList<>();

  private PortfolioTool(AdviceScope advice, FactBook book, @Nullable String call) {
    this.advice = advice;
    this.book = book;
    this.call = call;
  }

  static Work.Reply<Portfolio> reply(
      AdviceScope advice, Portfolio portfolio, FactBook book, @Nullable String call) {
    return new PortfolioTool(advice, book, call).reply(portfolio);
  }

  private Work.Reply<Portfolio> reply(Portfolio portfolio) {
    Fact before = money("run_rate", portfolio.before(), advice.source(Map.of(), call));
    monthly("monthly_run_rate", portfolio.before(), before);
    if (advice.scene().mostlyUnpriced()) {
      Portfolio withheld = new Portfolio(portfolio.before(), List.of());
      return new Work.Reply<>(withheld, "too many tokens have no price in the catalogue", facts, 0);
    }
    steps(portfolio, before);
    total(portfolio, before);
    String summary =
        "%d strategies together would save %s of %s"
            .formatted(
                portfolio.applied().size(),
                new Quantity.Money(portfolio.saving().expected()).render(),
                new Quantity.Money(portfolio.before()).render());
    return new Work.Reply<>(portfolio, summary, facts, 0);
  }

  private void steps(Portfolio portfolio, Fact before) {
    List<Range> marginals = portfolio.marginals();
    List<String> order = new ArrayList<>();
    Fact reached = before;
    for (int i = 0; i < portfolio.applied().size(); i++) {
      Portfolio.Applied each = portfolio.applied().get(i);
      order.add(each.id().name());
      reached = step(each, marginals.get(i), List.copyOf(order), reached);
    }
  }

  private Fact step(Portfolio.Applied each, Range marginal, List<String> order, Fact reached) {
    String place = "[" + each.id().name() + "]";
    Fact left = money("left_after" + place, each.left().expected(), source(order, Level.EXPECTED));
    Fact saving =
        money(
            "saving" + place,
            marginal.expected(),
            new FactSource.Derived(
                "%s - %s".formatted(reached.id(), left.id()), List.of(reached.id(), left.id())));
    monthly("monthly_saving" + place, marginal.expected(), saving);
    Range told = marginal.ordered();
    ranged("monthly_saving_low" + place, told.low(), order, Level.LOW);
    ranged("monthly_saving_high" + place, told.high(), order, Level.HIGH);
    return left;
  }

  private void total(Portfolio portfolio, Fact before) {
    Range saving = portfolio.saving();
    List<String> order = portfolio.applied().stream().map(each -> each.id().name()).toList();
    Fact total = money("saving", saving.expected(), source(order, Level.EXPECTED));
    money("saving_low", saving.low(), source(order, Level.LOW));
    money("saving_high", saving.high(), source(order, Level.HIGH));
    facts.add(
        book.add(
            "saving_share",
            new Quantity.Ratio(Ratios.of(saving.expected(), portfolio.before())),
            new FactSource.Derived(
                "%s / %s".formatted(total.id(), before.id()), List.of(total.id(), before.id()))));
    monthly("monthly_saving", saving.expected(), total);
    ranged("monthly_saving_low", saving.low(), order, Level.LOW);
    ranged("monthly_saving_high", saving.high(), order, Level.HIGH);
  }

  private FactSource source(List<String> order, Level level) {
    return advice.source(
        Map.of(
            "strategies", String.join(",", order), "level", level.name().toLowerCase(Locale.ROOT)),
        call);
  }

  private Fact money(String name, BigDecimal amount, FactSource source) {
    Fact fact = book.add(name, new Quantity.Money(amount), source);
    facts.add(fact);
    return fact;
  }

  private void monthly(String name, BigDecimal amount, Fact of) {
    int days = advice.ground().days();
    String formula = "%s * %s / %d".formatted(of.id(), Ratios.MONTH, days);
    facts.add(
        book.add(
            name,
            new Quantity.PerMonth(advice.ground().monthly(amount)),
            new FactSource.Derived(formula, List.of(of.id()))));
  }

  private void ranged(String name, BigDecimal amount, List<String> order, Level level) {
    facts.add(
        book.add(
            name, new Quantity.PerMonth(advice.ground().monthly(amount)), source(order, level)));
  }
}
