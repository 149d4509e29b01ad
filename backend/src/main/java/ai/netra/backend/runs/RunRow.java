package ai.netra.backend.runs;

import ai.netra.backend.agents.Pipeline.Answer;
import ai.netra.backend.agents.RunRequest;
import ai.netra.backend.agents.Snapshot;
import ai.netra.backend.events.NewEvent;
import ai.netra.backend.identity.UserKey;
import ai.netra.backend.service.Json;
import ai.netra.backend.threads.ThreadLog;
import ai.netra.contract.run.RunFrame;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A run's row with the ids of its user and thread. */
record RunRow(
    long key,
    String id,
    UserKey user,
    String userId,
    long threadKey,
    String threadId,
    String messageId,
    String answerId,
    String state,
    RunRequest request,
    @Nullable String correlationId,
    String traceId,
    @Nullable Snapshot snapshot,
    String build,
    int step,
    int totalSteps,
    long lastSeq,
    @Nullable Answer answer,
    @Nullable String errorCode,
    @Nullable String errorMessage,
    int recoveries,
    long fence,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt) {

  static final String SELECT =
      """
      select r.*, u.subject, t.id as thread_id
      from runs r join users u on u.user_key = r.user_key join threads t on t.key = r.thread_key
      """;

  static RunRow of(ResultSet row, int number) throws SQLException {
    return new RunRow(
        row.getLong("key"),
        row.getString("id"),
        new UserKey(row.getLong("user_key")),
        row.getString("subject"),
        row.getLong("thread_key"),
        row.getString("thread_id"),
        row.getString("message_id"),
        row.getString("answer_id"),
        row.getString("state"),
        Json.mapper().readValue(row.getString("request"), RunRequest.class),
        row.getString("correlation_id"),
        row.getString("trace_id"),
        json(row.getString("snapshot"), Snapshot.class),
        row.getString("build"),
        row.getInt("step"),
        row.getInt("total_steps"),
        row.getLong("last_seq"),
        json(row.getString("result"), Answer.class),
        row.getString("error_code"),
        row.getString("error_message"),
        row.getInt("recoveries"),
        row.getLong("fence"),
        Instant.ofEpochMilli(row.getLong("created_at")),
        instant(row, "started_at"),
        instant(row, "finished_at"));
  }

  private static <T> @Nullable T json(@Nullable String text, Class<T> type) {
    return text == null ? null : Json.mapper().readValue(text, type);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }

  boolean finished() {
    return finishedAt != null;
  }

  boolean queued() {
    return state.equals("queued");
  }

  ThreadLog.Opened thread() {
    return new ThreadLog.Opened(threadKey, threadId);
  }

  RunQueue.Entry entry() {
    return new RunQueue.Entry(key, threadKey, user);
  }

  /** How long the run has been at work at an instant; a run that never started took no time. */
  long millisUntil(Instant instant) {
    return startedAt == null ? 0 : Math.max(0, Duration.between(startedAt, instant).toMillis());
  }

  /** A frame of this run in the name of an agent. */
  NewEvent event(RunFrame frame, String agent) {
    return new NewEvent(frame.type(), frame, threadId, id, agent, correlationId);
  }

  /** A frame of the run as a whole. */
  NewEvent event(RunFrame frame) {
    return event(frame, request.agentType());
  }
}
