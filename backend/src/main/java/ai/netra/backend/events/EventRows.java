package ai.netra.backend.events;

import ai.netra.backend.events.Events.Fenced;
import ai.netra.backend.events.Events.RunFence;
import ai.netra.backend.identity.UserKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The statements of the event log. */
final class EventRows {

  private static final String COLUMNS =
      "user_seq, type, at, data, thread_id, run_id, seq, agent, correlation_id";

  private EventRows() {}

  /** Raises a run's numbers by {@code count} and returns the last of them. */
  static long raiseRun(JdbcClient sql, RunFence run, int count) {
    return sql.sql(
            """
            update runs set last_seq = last_seq + :count
            where key = :run and fence = :fence returning last_seq
            """)
        .param("count", count)
        .param("run", run.runKey())
        .param("fence", run.fence())
        .query(Long.class)
        .optional()
        .orElseThrow(() -> new Fenced(run.runKey(), run.fence()));
  }

  /** Raises a user's numbers by {@code count} and returns the last of them. */
  static long raiseUser(JdbcClient sql, UserKey user, int count) {
    return sql.sql(
            """
            update users set event_seq = event_seq + :count where user_key = :user
            returning event_seq
            """)
        .param("count", count)
        .param("user", user.value())
        .query(Long.class)
        .optional()
        .orElseThrow(() -> new IllegalStateException("user " + user.value() + ": has no row"));
  }

  static void insert(JdbcClient sql, UserKey user, Optional<RunFence> run, StoredEvent event) {
    sql.sql(
            """
            insert into events (user_key, run_key, seq, user_seq, type, data, at,
              thread_id, run_id, agent, correlation_id)
            values (:user, :run, :seq, :userSeq, :type, :data, :at,
              :thread, :runId, :agent, :correlation)
            """)
        .param("user", user.value())
        .param("run", run.map(RunFence::runKey).orElse(null))
        .param("seq", event.seq())
        .param("userSeq", event.userSeq())
        .param("type", event.type())
        .param("data", event.data())
        .param("at", event.at().toEpochMilli())
        .param("thread", event.threadId())
        .param("runId", event.runId())
        .param("agent", event.agentName())
        .param("correlation", event.correlationId())
        .update();
  }

  static List<StoredEvent> ofUser(JdbcClient sql, UserKey user, long after, int limit) {
    return sql.sql(
            "select "
                + COLUMNS
                + " from events where user_key = :user and user_seq > :after"
                + " order by user_seq limit :limit")
        .param("user", user.value())
        .param("after", after)
        .param("limit", limit)
        .query(EventRows::event)
        .list();
  }

  static List<StoredEvent> ofRun(JdbcClient sql, long run, long after, int limit) {
    return sql.sql(
            "select "
                + COLUMNS
                + " from events where run_key = :run and seq > :after order by seq limit :limit")
        .param("run", run)
        .param("after", after)
        .param("limit", limit)
        .query(EventRows::event)
        .list();
  }

  static long end(JdbcClient sql, UserKey user) {
    return sql.sql("select event_seq from users where user_key = :user")
        .param("user", user.value())
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  static Map<UserKey, Long> ends(JdbcClient sql, List<UserKey> users) {
    Map<UserKey, Long> ends = new HashMap<>();
    sql.sql("select user_key, event_seq from users where user_key in (:users)")
        .param("users", users.stream().map(UserKey::value).toList())
        .query((RowCallbackHandler) row -> ends.put(new UserKey(row.getLong(1)), row.getLong(2)));
    return ends;
  }

  /** The last place of a user before an instant, if one lies after {@code floor}; else floor. */
  static long lastBefore(JdbcClient sql, UserKey user, long floor, Instant instant) {
    return sql.sql(
            """
            select user_seq from events
            where user_key = :user and user_seq > :floor and at < :instant
            order by user_seq desc limit 1
            """)
        .param("user", user.value())
        .param("floor", floor)
        .param("instant", instant.toEpochMilli())
        .query(Long.class)
        .optional()
        .orElse(floor);
  }

  /** Wire ids of runs that have events in (from, to]. */
  static List<String> runsBetween(JdbcClient sql, UserKey user, long from, long to, int limit) {
    return sql.sql(
            """
            select run_id from events
            where user_key = :user and user_seq > :from and user_seq <= :to and run_id is not null
            group by run_id order by min(user_seq) limit :limit
            """)
        .param("user", user.value())
        .param("from", from)
        .param("to", to)
        .param("limit", limit)
        .query((row, number) -> row.getString("run_id"))
        .list();
  }

  private static StoredEvent event(ResultSet row, int number) throws SQLException {
    long seq = row.getLong("seq");
    return new StoredEvent(
        row.getLong("user_seq"),
        row.getString("type"),
        Instant.ofEpochMilli(row.getLong("at")),
        row.getString("data"),
        row.getString("thread_id"),
        row.getString("run_id"),
        row.getString("run_id") == null ? null : seq,
        row.getString("agent"),
        row.getString("correlation_id"));
  }
}
