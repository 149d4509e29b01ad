package ai.netra.backend.events;

import ai.netra.backend.store.JobLease;
import ai.netra.backend.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes out of the log what its time is over for: the deltas of runs that ended a day ago, whose
 * text is in the answer, and all events after 30 days. What stays keeps its numbers.
 */
final class EventRetention {

  private static final String JOB = "event-retention";
  private static final Duration DELTAS = Duration.ofHours(24);
  private static final Duration EVENTS = Duration.ofDays(30);
  private static final int SLICE = 1000;

  private final Store store;
  private final JobLease lease;
  private final Clock clock;

  EventRetention(Store store, JobLease lease, Clock clock) {
    this.store = store;
    this.lease = lease;
    this.clock = clock;
  }

  /** Does all that is due, in slices, each under the job's lease. */
  void run() {
    Instant now = clock.instant();
    boolean more = true;
    while (more && lease.take(JOB)) {
      more = compact(now.minus(DELTAS)) || forget(now.minus(EVENTS));
    }
  }

  private boolean compact(Instant endedBefore) {
    List<Long> runs = store.read(read -> due(read.sql(), endedBefore));
    for (long run : runs) {
      store.write(transaction -> compacted(transaction.sql(), run));
    }
    return !runs.isEmpty();
  }

  private static List<Long> due(JdbcClient sql, Instant endedBefore) {
    return sql.sql(
            """
            select key from runs where finished_at < :before and compacted_at is null
            order by finished_at limit 100
            """)
        .param("before", endedBefore.toEpochMilli())
        .query((row, number) -> row.getLong("key"))
        .list();
  }

  /** A slice of a run's deltas; the run is marked with its last one. */
  private int compacted(JdbcClient sql, long run) {
    int deleted =
        sql.sql(
                """
                delete from events where position in (
                  select position from events
                  where run_key = :run and type in ('response_chunk', 'progress_update')
                  limit :slice)
                """)
            .param("run", run)
            .param("slice", SLICE)
            .update();
    if (deleted < SLICE) {
      sql.sql("update runs set compacted_at = :now where key = :run")
          .param("now", clock.millis())
          .param("run", run)
          .update();
    }
    return deleted;
  }

  private boolean forget(Instant before) {
    int deleted =
        store.write(
            transaction ->
                transaction
                    .sql()
                    .sql(
                        """
                        delete from events where position in (
                          select position from events where at < :before limit :slice)
                        """)
                    .param("before", before.toEpochMilli())
                    .param("slice", SLICE)
                    .update());
    return deleted == SLICE;
  }
}
