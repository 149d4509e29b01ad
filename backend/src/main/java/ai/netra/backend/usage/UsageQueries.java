package ai.netra.backend.usage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Queries over one snapshot, one at a time. Each runs on a platform thread while the caller waits;
 * an interrupt of the caller cancels the statement. All fail with {@link QueryFailed}.
 */
public interface UsageQueries extends AutoCloseable {

  /** The last instant before another that has a row. */
  Optional<Instant> lastBefore(Instant instant) throws InterruptedException;

  /** Coverage of the fields, and the user's own names. */
  Profile profile(Rows rows) throws InterruptedException;

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

  /** Cancels the statement that runs; safe from any thread. */
  void cancel();

  @Override
  void close();
}
