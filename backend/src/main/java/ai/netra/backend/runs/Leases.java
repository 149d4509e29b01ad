package ai.netra.backend.runs;

import ai.netra.backend.identity.UserKey;
import ai.netra.backend.store.Store;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The leases of runs. Taking one raises its fence, and so does every end, so that who held it
 * before writes nothing any more. The clock is the database's.
 */
final class Leases {

  /** Milliseconds since the epoch by SQLite's clock; another engine has another text. */
  private static final String NOW = "cast(unixepoch('subsec') * 1000 as integer)";

  private static final int SLICE = 500;

  private final Store store;
  private final String holder;
  private final RunSettings settings;

  /**
   * Leases of one node.
   *
   * @param holder names this process and no other
   */
  Leases(Store store, String holder, RunSettings settings) {
    this.store = store;
    this.holder = holder;
    this.settings = settings;
  }

  /** The new fence, or nothing when the run ended or another holds it. */
  Optional<Long> take(JdbcClient sql, long runKey, long now) {
    return sql.sql(
            """
            update runs set
              recoveries = recoveries + case when state = 'running' then 1 else 0 end,
              state = 'running', fence = fence + 1, lease_holder = :holder,
              lease_until = %s + :lease, started_at = coalesce(started_at, :now)
            where key = :run and (state = 'queued' or (state = 'running' and lease_until < %s))
            returning fence
            """
                .formatted(NOW, NOW))
        .param("holder", holder)
        .param("lease", settings.lease().toMillis())
        .param("now", now)
        .param("run", runKey)
        .query(Long.class)
        .optional();
  }

  /** Renews these runs; returns those that are no longer this node's. */
  Set<Long> renew(Collection<Long> runKeys) {
    Set<Long> lost = new HashSet<>(runKeys);
    List<Long> keys = new ArrayList<>(runKeys);
    for (int i = 0; i < keys.size(); i += SLICE) {
      List<Long> slice = keys.subList(i, Math.min(keys.size(), i + SLICE));
      store.write(transaction -> renewed(transaction.sql(), slice)).forEach(lost::remove);
    }
    return lost;
  }

  private List<Long> renewed(JdbcClient sql, List<Long> keys) {
    return sql.sql(
            """
            update runs set lease_until = %s + :lease
            where key in (:keys) and lease_holder = :holder and state = 'running' returning key
            """
                .formatted(NOW))
        .param("lease", settings.lease().toMillis())
        .param("keys", keys)
        .param("holder", holder)
        .query((row, number) -> row.getLong("key"))
        .list();
  }

  /** Lets go of these runs, to be taken up elsewhere or after a restart. */
  void release(Collection<Long> runKeys) {
    if (!runKeys.isEmpty()) {
      store.write(transaction -> released(transaction.sql(), runKeys));
    }
  }

  private int released(JdbcClient sql, Collection<Long> runKeys) {
    return sql.sql(
            """
            update runs set lease_until = 0, lease_holder = null, fence = fence + 1
            where key in (:keys) and lease_holder = :holder and state = 'running'
            """)
        .param("keys", runKeys)
        .param("holder", holder)
        .update();
  }

  /**
   * Ends the leases of a dead predecessor without waiting: the file belongs to one process, so at
   * the start no lease has a living holder.
   */
  void inherit() {
    store.write(
        transaction ->
            transaction
                .sql()
                .sql("update runs set lease_until = 0 where state = 'running'")
                .update());
  }

  /** Runs that wait for a node: queued ones and orphans, oldest first. */
  List<RunQueue.Entry> claimable() {
    return store.read(
        read ->
            read.sql()
                .sql(
                    """
                    select key, thread_key, user_key from runs
                    where state = 'queued' or (state = 'running' and lease_until < %s)
                    order by key
                    """
                        .formatted(NOW))
                .query(
                    (row, number) ->
                        new RunQueue.Entry(
                            row.getLong("key"),
                            row.getLong("thread_key"),
                            new UserKey(row.getLong("user_key"))))
                .list());
  }
}
