package ai.netra.backend.agents;

import ai.netra.backend.usage.Bucket;
import ai.netra.backend.usage.ErrorStat;
import ai.netra.backend.usage.LatencyStat;
import ai.netra.backend.usage.Totals;
import ai.netra.backend.usage.UsageWindow;
import ai.netra.backend.usage.Usd;
import ai.netra.contract.report.Fact;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a window.
 *
 * @param dropped names of sections whose query failed
 */
record DataResult(
    UsageWindow window,
    Totals totals,
    List<Group> by,
    Series series,
    LatencyStat latency,
    List<ErrorStat> errors,
    List<Insight> insights,
    List<String> dropped,
    List<Fact> facts,
    long rowsRead,
    int toolCalls)
    implements StepResult {

  DataResult {
    by = List.copyOf(by);
    errors = List.copyOf(errors);
    insights = List.copyOf(insights);
    dropped = List.copyOf(dropped);
    facts = List.copyOf(facts);
  }

  /**
   * A group of a breakdown.
   *
   * @param key the value, or null for rows without one and for the rest
   * @param rest whether it is the rest below the largest groups
   */
  record Group(
      String by,
      @Nullable String key,
      boolean rest,
      long requests,
      long inputTokens,
      long outputTokens,
      Usd spend,
      BigDecimal shareOfSpend,
      Usd perRequest) {}

  /** Spend by bucket, without gaps. */
  record Series(Bucket bucket, List<SpendAt> points) {
    Series {
      points = List.copyOf(points);
    }
  }

  /** A bucket of the series. */
  record SpendAt(Instant at, long requests, Usd spend) {}

  /**
   * A rule that the facts meet.
   *
   * @param facts names of the facts it stands on
   * @param concerned the money it is about
   */
  record Insight(String rule, String subject, List<String> facts, Usd concerned) {
    Insight {
      facts = List.copyOf(facts);
    }
  }
}
