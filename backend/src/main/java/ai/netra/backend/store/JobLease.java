package ai.netra.backend.store;

import java.time.Duration;

/** Lets one process at a time do a job, by the database's clock. */
public final class JobLease {

  private static final Duration LEASE = Duration.ofSeconds(30);

  /** Milliseconds since the epoch by SQLite's clock; another engine has another text. */
  private static final String NOW = "cast(unixepoch('subsec') * 1000 as integer)";

  private final Store store;
  private final String holder;

  /**
   * Leases of one process.
   *
   * @param holder names this process and no other
   */
  public JobLease(Store store, String holder) {
    this.store = store;
    this.holder = holder;
  }

  /** Takes or renews the job's lease; false when another process has it. */
  public boolean take(String job) {
    return store.write(transaction -> taken(transaction, job));
  }

  private boolean taken(Store.Transaction transaction, String job) {
    return transaction
        .sql()
        .sql(
            """
            insert into leases (name, holder, fence, until_at)
            values (:name, :holder, 1, %s + :lease)
            on conflict (name) do update
              set holder = excluded.holder, fence = leases.fence + 1, until_at = excluded.until_at
              where leases.until_at < %s or leases.holder = excluded.holder
            returning fence
            """
                .formatted(NOW, NOW))
        .param("name", job)
        .param("holder", holder)
        .param("lease", LEASE.toMillis())
        .query(Long.class)
        .optional()
        .isPresent();
  }
}
