package ai.netra.backend.threads;

import ai.netra.backend.service.Json;
import ai.netra.backend.service.Times;
import ai.netra.contract.thread.ThreadView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** A thread's row with what it shows of its messages and runs. */
record ThreadRow(
    long key,
    String id,
    @Nullable String title,
    String state,
    long messageCount,
    @Nullable String lastRunState,
    long createdAt,
    long updatedAt,
    @Nullable Long purgeAt,
    String metadata) {

  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  static final String SELECT =
      """
      select t.key, t.id, t.title, t.state, t.created_at, t.updated_at, t.purge_at, t.metadata,
        (select count(*) from messages m where m.thread_key = t.key) as message_count,
        (select r.state from runs r where r.thread_key = t.key order by r.key desc limit 1)
          as last_run_state
      from threads t
      """;

  static ThreadRow of(ResultSet row, int number) throws SQLException {
    long purgeAt = row.getLong("purge_at");
    return new ThreadRow(
        row.getLong("key"),
        row.getString("id"),
        row.getString("title"),
        row.getString("state"),
        row.getLong("message_count"),
        row.getString("last_run_state"),
        row.getLong("created_at"),
        row.getLong("updated_at"),
        purgeAt == 0 ? null : purgeAt,
        row.getString("metadata"));
  }

  boolean active() {
    return state.equals("active");
  }

  Place place() {
    return new Place(updatedAt, key);
  }

  ThreadView view() {
    return new ThreadView(
        id,
        "thread",
        title,
        state,
        messageCount,
        lastRunState,
        Times.text(Instant.ofEpochMilli(createdAt)),
        Times.text(Instant.ofEpochMilli(updatedAt)),
        purgeAt == null ? null : Times.text(Instant.ofEpochMilli(purgeAt)),
        Json.mapper().readValue(metadata, OBJECT));
  }
}
