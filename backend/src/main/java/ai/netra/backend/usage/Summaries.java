package ai.netra.backend.usage;

import ai.netra.backend.identity.UserKey;
import ai.netra.backend.service.Times;
import ai.netra.contract.usage.LatencyView;
import ai.netra.contract.usage.SeriesPoint;
import ai.netra.contract.usage.SummaryGroup;
import ai.netra.contract.usage.UsageSummary;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers a question for sums, at the current catalogue. */
final class Summaries {

  private final Usage usage;
  private final Pricing pricing;

  Summaries(Usage usage, Pricing pricing) {
    this.usage = usage;
    this.pricing = pricing;
  }

  UsageSummary of(UserKey user, UsageQuestion question) throws InterruptedException {
    String version = pricing.version();
    try (UsageQueries queries = usage.open(usage.now(user, question.dataset()), version)) {
      Rows rows = question.rows();
      Totals totals = queries.totals(rows);
      List<SummaryGroup> groups =
          question.groupBy().isEmpty()
              ? List.of()
              : queries.breakdown(rows, question.groupBy()).stream()
                  .map(group -> group(question, group, totals.spend()))
                  .toList();
      Bucket bucket = question.bucket();
      List<SeriesPoint> series =
          bucket == null
              ? List.of()
              : queries.series(rows, bucket, question.groupBy()).stream()
                  .map(point -> point(question, point))
                  .toList();
      return view(question, version, totals, latency(queries.latency(rows)), groups, series);
    }
  }

  private UsageSummary view(
      UsageQuestion question,
      String version,
      Totals totals,
      LatencyView latency,
      List<SummaryGroup> groups,
      List<SeriesPoint> series) {
    Tokens tokens = totals.tokens();
    return new UsageSummary(
        question.dataset(),
        text(question.from() == null ? totals.first() : question.from()),
        text(question.to() == null ? after(totals.last()) : question.to()),
        totals.rows(),
        totals.okRows(),
        totals.spend().amount(),
        totals.billed().amount(),
        totals.list().amount(),
        tokens.input(),
        tokens.cached(),
        tokens.written(),
        tokens.output(),
        tokens.reasoning(),
        share(
            BigDecimal.valueOf(totals.rows() - totals.okRows()), BigDecimal.valueOf(totals.rows())),
        totals.unpricedRows(),
        totals.unpricedTokens(),
        latency,
        version,
        pricing.pricesAsOf(version),
        groups,
        series);
  }

  private static SummaryGroup group(UsageQuestion question, Breakdown group, Usd spend) {
    Tokens tokens = group.tokens();
    return new SummaryGroup(
        key(question, group.key()),
        group.rows(),
        group.spend().amount(),
        share(group.spend().amount(), spend.amount()),
        tokens.input(),
        tokens.cached(),
        tokens.written(),
        tokens.output(),
        tokens.reasoning());
  }

  private static SeriesPoint point(UsageQuestion question, Point point) {
    Tokens tokens = point.tokens();
    return new SeriesPoint(
        Times.text(point.at()),
        question.groupBy().isEmpty() ? null : key(question, point.key()),
        point.rows(),
        point.spend().amount(),
        tokens.input(),
        tokens.cached(),
        tokens.written(),
        tokens.output(),
        tokens.reasoning());
  }

  private static Map<String, @Nullable String> key(
      UsageQuestion question, List<@Nullable String> values) {
    Map<String, @Nullable String> key = new LinkedHashMap<>();
    for (int i = 0; i < values.size(); i++) {
      key.put(question.groupBy().get(i).wireName(), values.get(i));
    }
    return key;
  }

  private static LatencyView latency(LatencyStat stat) {
    return new LatencyView(stat.n(), stat.mean(), stat.p50(), stat.p90(), stat.p95(), stat.p99());
  }

  private static BigDecimal share(BigDecimal part, BigDecimal whole) {
    return whole.signum() == 0
        ? BigDecimal.ZERO
        : new Usd(part.divide(whole, MathContext.DECIMAL64)).amount();
  }

  private static @Nullable Instant after(@Nullable Instant last) {
    return last == null ? null : last.plusMillis(1);
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : Times.text(instant);
  }
}
