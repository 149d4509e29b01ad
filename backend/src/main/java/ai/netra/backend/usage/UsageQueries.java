package ai.netra.backend.usage;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Queries over one snapshot, one at a time. Each runs on a platform thread while the caller waits;
 * an interrupt of the caller cancels the statement. All fail with {@link QueryFailed}.
 */
public interface UsageQueries extends AutoCloseable {

  /** The last instant before another that has a row. */
  Optional<Instant> lastBefore(Instant instant) throws InterruptedException;

  /** Coverage of the fields, and the user's own names. */
  Profile profile(Rows rows) throws InterruptedException;

  /**
   * Computes Q1, Q2 by the model and by each of these dimensions, and Q3 in one pass. Whoever asks
   * for one of them afterwards, of the same rows, gets it from there.
   */
  void ahead(Rows rows, List<Dimension> by, Bucket bucket) throws InterruptedException;

  /** Q1. */
  Totals totals(Rows rows) throws InterruptedException;

  /** Q2 by at most three dimensions: the 50 groups of most spend, then the rest as one. */
  List<Breakdown> breakdown(Rows rows, List<Dimension> by) throws InterruptedException;

  /** Q3; buckets without rows are there with zeros, between the first and the last row. */
  List<Point> series(Rows rows, Bucket bucket, List<Dimension> by) throws InterruptedException;

  /** Q4. */
  LatencyStat latency(Rows rows) throws InterruptedException;

  /** Q5: the rows that are not ok. */
  List<ErrorStat> errors(Rows rows) throws InterruptedException;

  /** Rows in the order of (timestamp, identity), after a place given as three numbers. */
  List<UsageRow> records(Rows rows, long[] after, int limit) throws InterruptedException;

  /**
   * The cube: rows grouped by all that a strategy asks of a row.
   *
   * @param contextCuts input tokens from which some model has another price
   */
  List<Cell> cube(Rows rows, List<Long> contextCuts) throws InterruptedException;

  /** By model, what was billed against what the catalogue lists for the same rows. */
  List<Billing> billing(Rows rows) throws InterruptedException;

  /** By model, feature and class, the latency, output and quality that were seen. */
  List<Observed> observed(Rows rows) throws InterruptedException;

  /** Cancels the statement that runs; safe from any thread. */
  void cancel();

  @Override
  void close();

  /**
   * A cell of the cube.
   *
   * @param model as rows name it
   * @param taskClass as rows name it, else derived
   * @param contextFrom the greatest cut of input tokens that its rows reach
   */
  record Cell(
      String model,
      @Nullable String provider,
      String tier,
      @Nullable String feature,
      String taskClass,
      @Nullable String urgency,
      long contextFrom,
      Flags flags,
      Volume volume) {}

  /**
   * What its rows have in common beside their names.
   *
   * @param cacheable ended well, without tools, temperature absent or at most 0.3
   * @param reuse for caches of 300, 3 600 and 86 400 s: 3 a repeat within half the aligned window,
   *     2 within the window, 1 within one that slides, 0 no repeat
   * @param waste 0 none, 1 of a failure or a needless retry, 2 of a retry of a refused request
   */
  record Flags(boolean tools, boolean cacheable, boolean hashed, List<Integer> reuse, int waste) {

    public Flags {
      reuse = List.copyOf(reuse);
    }
  }

  /**
   * Its sums.
   *
   * @param derived rows whose class was derived
   * @param context input and output tokens that 99 % of its rows do not exceed each
   */
  record Volume(
      long rows, long input, long cached, long written, long output, long derived, long context) {}

  /** Rows of a model with what they cost by bill and by list, over rows that have both. */
  record Billing(
      String model, @Nullable String provider, long rows, long billedRows, Usd billed, Usd list) {}

  /** What was seen of a model in a feature and class; quality as n, sum and sum of squares. */
  record Observed(
      String model,
      @Nullable String provider,
      @Nullable String feature,
      String taskClass,
      long latencyRows,
      @Nullable Long latencyP95,
      @Nullable Long outputP95,
      long qualityRows,
      BigDecimal qualitySum,
      BigDecimal qualitySquares) {}
}
