package ai.netra.backend.runs;

import ai.netra.backend.agents.RunRequest;
import ai.netra.backend.agents.Snapshot;
import ai.netra.backend.identity.UserKey;
import ai.netra.backend.runs.Lineup.Unfinished;
import ai.netra.backend.runs.Runs.RunQuery;
import ai.netra.backend.service.Json;
import ai.netra.backend.threads.Place;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The statements over runs that readers and the start of a run need. */
final class RunRows {

  /** A run to store. */
  record NewRun(
      String id,
      UserKey user,
      long threadKey,
      String messageId,
      String answerId,
      RunRequest request,
      @Nullable String correlationId,
      String traceId,
      String build,
      long now) {}

  private RunRows() {}

  static long insert(JdbcClient sql, NewRun run) {
    return sql.sql(
            """
            insert into runs (id, user_key, thread_key, message_id, answer_id, state, agent,
              request, correlation_id, trace_id, build, step, total_steps, last_seq, recoveries,
              fence, created_at)
            values (:id, :user, :thread, :message, :answer, 'queued', :agent,
              :request, :correlation, :trace, :build, 0, 0, 0, 0, 0, :now) returning key
            """)
        .param("id", run.id())
        .param("user", run.user().value())
        .param("thread", run.threadKey())
        .param("message", run.messageId())
        .param("answer", run.answerId())
        .param("agent", run.request().agentType())
        .param("request", Json.text(run.request()))
        .param("correlation", run.correlationId())
        .param("trace", run.traceId())
        .param("build", run.build())
        .param("now", run.now())
        .query(Long.class)
        .single();
  }

  static Optional<RunRow> find(JdbcClient sql, UserKey user, String id) {
    return sql.sql(RunRow.SELECT + " where r.user_key = :user and r.id = :id")
        .param("user", user.value())
        .param("id", id)
        .query(RunRow::of)
        .optional();
  }

  static Optional<RunRow> byKey(JdbcClient sql, long key) {
    return sql.sql(RunRow.SELECT + " where r.key = :key")
        .param("key", key)
        .query(RunRow::of)
        .optional();
  }

  /** One row more than the limit, newest first. */
  static List<RunRow> list(JdbcClient sql, UserKey user, RunQuery query) {
    Place after = Place.of(query.pageToken(), Place.END);
    return sql.sql(
            RunRow.SELECT
                + """
                where r.user_key = :user and t.state = 'active'
                  and (r.created_at, r.key) < (:at, :key)
                  and (cast(:thread as text) is null or t.id = :thread)
                  and (cast(:state as text) is null or r.state = :state)
                  and r.created_at >= :from and r.created_at < :to
                order by r.created_at desc, r.key desc limit :limit
                """)
        .param("user", user.value())
        .param("at", after.at())
        .param("key", after.key())
        .param("thread", query.threadId())
        .param("state", query.state())
        .param("from", millis(query.from(), 0))
        .param("to", millis(query.to(), Long.MAX_VALUE))
        .param("limit", query.limit() + 1)
        .query(RunRow::of)
        .list();
  }

  private static long millis(@Nullable Instant instant, long otherwise) {
    return instant == null ? otherwise : instant.toEpochMilli();
  }

  /** The user's unfinished runs, in the order of their start. */
  static List<RunRow> unfinished(JdbcClient sql, UserKey user) {
    return sql.sql(
            RunRow.SELECT
                + " where r.user_key = :user and r.state in ('queued', 'running') order by r.key")
        .param("user", user.value())
        .query(RunRow::of)
        .list();
  }

  static List<RunRow> unfinishedOfThread(JdbcClient sql, long threadKey) {
    return sql.sql(
            RunRow.SELECT
                + """
                where r.thread_key = :thread and r.state in ('queued', 'running') order by r.key
                """)
        .param("thread", threadKey)
        .query(RunRow::of)
        .list();
  }

  static List<Unfinished> lineup(JdbcClient sql, UserKey user) {
    return sql.sql(
            """
            select key, thread_key, state from runs
            where user_key = :user and state in ('queued', 'running') order by key
            """)
        .param("user", user.value())
        .query(
            (row, number) ->
                new Unfinished(
                    row.getLong("key"),
                    row.getLong("thread_key"),
                    row.getString("state").equals("running")))
        .list();
  }

  static void progress(JdbcClient sql, long key, long fence, int step, int totalSteps) {
    sql.sql(
            """
            update runs set step = :step, total_steps = :total where key = :key and fence = :fence
            """)
        .param("step", step)
        .param("total", totalSteps)
        .param("key", key)
        .param("fence", fence)
        .update();
  }

  /** Keeps what was pinned, with the plan's length. */
  static void pinned(JdbcClient sql, long key, Snapshot snapshot, int totalSteps) {
    sql.sql("update runs set snapshot = :snapshot, total_steps = :total where key = :key")
        .param("snapshot", Json.text(snapshot))
        .param("total", totalSteps)
        .param("key", key)
        .update();
  }

  static void feedback(JdbcClient sql, long key, int rating, @Nullable String comment, long now) {
    sql.sql(
            """
            insert into run_feedback (run_key, rating, comment, given_at)
            values (:run, :rating, :comment, :now)
            on conflict (run_key) do update
              set rating = excluded.rating, comment = excluded.comment,
                given_at = excluded.given_at
            """)
        .param("run", key)
        .param("rating", rating)
        .param("comment", comment)
        .param("now", now)
        .update();
  }
}
