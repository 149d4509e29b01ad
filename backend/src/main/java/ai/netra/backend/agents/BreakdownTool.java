package ai.netra.backend.agents;

import ai.netra.backend.usage.Breakdown;
import ai.netra.backend.usage.Dimension;
import ai.netra.backend.usage.Usd;
import ai.netra.contract.report.Fact;
import ai.netra.contract.report.FactSource;
import ai.netra.contract.report.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tool {@code usage_breakdown}: Q2 by one dimension, with shares of spend. */
final class BreakdownTool {

  static final String NAME = "usage_breakdown";

  /** Groups that become facts; the others stand in the result. */
  static final int TOLD = 5;

  private BreakdownTool() {}

  static Work.Reply<List<DataResult.Group>> reply(
      Scope scope, Dimension by, FactBook book, @Nullable String call) throws InterruptedException {
    List<Breakdown> rows = scope.queries().breakdown(scope.rows(), List.of(by));
    BigDecimal spend =
        rows.stream().map(row -> row.spend().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    List<DataResult.Group> groups = rows.stream().map(row -> group(by, row, spend)).toList();
    List<Fact> facts = new ArrayList<>();
    groups.stream()
        .filter(group -> !group.rest())
        .limit(TOLD)
        .forEach(group -> facts.addAll(facts(scope, book, group, call)));
    long read = rows.stream().mapToLong(Breakdown::rows).sum();
    String summary = "%s by %s".formatted(new Quantity.Money(spend).render(), by.wireName());
    return new Work.Reply<>(groups, summary, facts, read);
  }

  /** The name of a fact about a group. */
  static String fact(String name, DataResult.Group group) {
    return "%s[%s=%s]".formatted(name, group.by(), group.key() == null ? "" : group.key());
  }

  private static DataResult.Group group(Dimension by, Breakdown row, BigDecimal spend) {
    return new DataResult.Group(
        by.wireName(),
        row.other() ? null : row.key().getFirst(),
        row.other(),
        row.rows(),
        row.tokens().input(),
        row.tokens().output(),
        row.spend(),
        Ratios.of(row.spend().amount(), spend),
        new Usd(Ratios.of(row.spend().amount(), BigDecimal.valueOf(row.rows()))));
  }

  private static List<Fact> facts(
      Scope scope, FactBook book, DataResult.Group group, @Nullable String call) {
    String key = group.key() == null ? "" : group.key();
    Map<String, Object> more = Map.of("by", group.by(), "key", key);
    FactSource source = scope.source("Q2", more, group.requests(), call);
    return List.of(
        book.add(fact("spend", group), new Quantity.Money(group.spend().amount()), source),
        book.add(fact("share_of_spend", group), new Quantity.Ratio(group.shareOfSpend()), source),
        book.add(fact("requests", group), new Quantity.Count(group.requests()), source));
  }
}
