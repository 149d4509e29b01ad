package ai.netra.backend.threads;

import ai.netra.backend.store.JobLease;
import ai.netra.backend.store.Store;
import java.time.Clock;

/** Erases deleted threads, with what is in them, when their 30 days are over. */
final class ThreadPurge {

  private static final String JOB = "thread-purge";
  private static final int SLICE = 100;

  private final Store store;
  private final JobLease lease;
  private final Clock clock;

  ThreadPurge(Store store, JobLease lease, Clock clock) {
    this.store = store;
    this.lease = lease;
    this.clock = clock;
  }

  /** Erases all that is due, in slices, each under the job's lease. */
  void run() {
    int erased = SLICE;
    while (erased == SLICE && lease.take(JOB)) {
      erased =
          store.write(transaction -> ThreadRows.purge(transaction.sql(), clock.millis(), SLICE));
    }
  }
}
