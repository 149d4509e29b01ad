package ai.netra.backend.agents;

import ai.netra.backend.usage.Totals;
import ai.netra.contract.report.Fact;
import ai.netra.contract.report.FactSource;
import ai.netra.contract.report.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tool {@code usage_summary}: Q1, with the amount a month. */
final class SummaryTool {

  static final String NAME = "usage_summary";

  private SummaryTool() {}

  static Work.Reply<Totals> reply(Scope scope, FactBook book, @Nullable String call)
      throws InterruptedException {
    Totals totals = scope.queries().totals(scope.rows());
    FactSource source = scope.source("Q1", Map.of(), totals.rows(), call);
    List<Fact> facts = new ArrayList<>();
    Fact requests = book.add("requests", new Quantity.Count(totals.rows()), source);
    Fact spend = book.add("spend", new Quantity.Money(totals.spend().amount()), source);
    facts.add(requests);
    facts.add(spend);
    facts.add(monthly(scope, book, totals, spend));
    facts.add(tokens(book, "input_tokens", totals.tokens().input(), source));
    facts.add(tokens(book, "cached_input_tokens", totals.tokens().cached(), source));
    facts.add(tokens(book, "output_tokens", totals.tokens().output(), source));
    facts.add(
        book.add(
            "error_share",
            new Quantity.Ratio(Ratios.of(totals.rows() - totals.okRows(), totals.rows())),
            source));
    facts.add(
        book.add(
            "unpriced_share",
            new Quantity.Ratio(Ratios.of(totals.unpricedTokens(), totals.tokens().all())),
            source));
    String summary =
        "%s in %s requests".formatted(Quantity.of(spend).render(), Quantity.of(requests).render());
    return new Work.Reply<>(totals, summary, facts, totals.rows());
  }

  private static Fact monthly(Scope scope, FactBook book, Totals totals, Fact spend) {
    int days = scope.window().days();
    String formula = "%s * %s / %d".formatted(spend.id(), Ratios.MONTH, days);
    return book.add(
        "monthly_spend",
        new Quantity.PerMonth(Ratios.monthly(totals.spend().amount(), days)),
        new FactSource.Derived(formula, List.of(spend.id())));
  }

  private static Fact tokens(FactBook book, String name, long count, FactSource source) {
    return book.add(name, new Quantity.TokenCount(count), source);
  }
}
