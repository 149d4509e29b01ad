package ai.netra.backend.threads;

import ai.netra.backend.identity.UserKey;
import ai.netra.backend.service.Json;
import ai.netra.backend.service.Times;
import ai.netra.backend.threads.ThreadLog.NewMessage;
import ai.netra.backend.threads.ThreadLog.Sent;
import ai.netra.backend.threads.Threads.MessageQuery;
import ai.netra.contract.thread.MessageView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/** The statements over messages. */
final class MessageRows {

  private static final int MAX_CONTENT_BYTES = 24 * 1024;
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  private static final String SELECT =
      """
      select m.key, m.id, t.id as thread_id, m.role, m.content, r.id as run_id, m.created_at,
        m.metadata
      from messages m join threads t on t.key = m.thread_key left join runs r on r.key = m.run_key
      where m.user_key = :user and t.state = 'active'
      """;

  /** A message with its place in lists. */
  record MessageRow(Place place, MessageView view) {

    /** The message as it fits: no text of one takes more than its share. */
    MessageView view(Threads.Room room) {
      return room.bytes() == Integer.MAX_VALUE
          ? view
          : view.cut(Json.cut(view.content(), MAX_CONTENT_BYTES));
    }
  }

  private MessageRows() {}

  static void insert(JdbcClient sql, UserKey user, long threadKey, NewMessage message, long now) {
    sql.sql(
            """
            insert into messages (id, thread_key, user_key, role, content, search, run_key,
              client_message_id, content_sha256, metadata, created_at)
            values (:id, :thread, :user, :role, :content, :search, :run,
              :client, :sha256, :metadata, :now)
            """)
        .param("id", message.id())
        .param("thread", threadKey)
        .param("user", user.value())
        .param("role", message.role())
        .param("content", message.content())
        .param("search", ThreadRows.searchable(message.content()))
        .param("run", message.runKey())
        .param("client", message.clientMessageId())
        .param("sha256", message.contentSha256())
        .param("metadata", Json.text(message.metadata()))
        .param("now", now)
        .update();
  }

  static Optional<MessageRow> find(JdbcClient sql, UserKey user, String id) {
    return sql.sql(SELECT + " and m.id = :id")
        .param("user", user.value())
        .param("id", id)
        .query(MessageRows::row)
        .optional();
  }

  static List<MessageRow> list(
      JdbcClient sql, UserKey user, @Nullable Long threadKey, MessageQuery query) {
    boolean up = query.oldestFirst();
    Place after = Place.of(query.pageToken(), up ? Place.START : Place.END);
    String order =
        up
            ? " and (m.created_at, m.key) > (:at, :key) order by m.created_at, m.key"
            : " and (m.created_at, m.key) < (:at, :key) order by m.created_at desc, m.key desc";
    String within = threadKey == null ? "" : " and m.thread_key = :thread";
    return sql.sql(SELECT + within + order + " limit :limit")
        .param("user", user.value())
        .param("thread", threadKey)
        .param("at", after.at())
        .param("key", after.key())
        .param("limit", query.room().items() + 1)
        .query(MessageRows::row)
        .list();
  }

  static Optional<String> firstOfUser(JdbcClient sql, long threadKey) {
    return sql.sql(
            """
            select content from messages where thread_key = :thread and role = 'user'
            order by created_at, key limit 1
            """)
        .param("thread", threadKey)
        .query(String.class)
        .optional();
  }

  static boolean hasUnfinishedRun(JdbcClient sql, UserKey user, String id) {
    return sql.sql(
                """
                select count(*) from runs
                where user_key = :user and message_id = :id and state in ('queued', 'running')
                """)
            .param("user", user.value())
            .param("id", id)
            .query(Long.class)
            .single()
        > 0;
  }

  static void delete(JdbcClient sql, UserKey user, String id) {
    sql.sql("delete from messages where user_key = :user and id = :id")
        .param("user", user.value())
        .param("id", id)
        .update();
  }

  /** Frees a client's id that is older than its window. */
  static void free(JdbcClient sql, UserKey user, String clientMessageId, long before) {
    sql.sql(
            """
            update messages set client_message_id = null
            where user_key = :user and client_message_id = :client and created_at < :before
            """)
        .param("user", user.value())
        .param("client", clientMessageId)
        .param("before", before)
        .update();
  }

  static Optional<Sent> sent(JdbcClient sql, UserKey user, String clientMessageId) {
    return sql.sql(
            """
            select id, run_key, content_sha256 from messages
            where user_key = :user and client_message_id = :client
            """)
        .param("user", user.value())
        .param("client", clientMessageId)
        .query(
            (row, number) -> {
              long run = row.getLong("run_key");
              return new Sent(
                  row.getString("id"), run == 0 ? null : run, row.getString("content_sha256"));
            })
        .optional();
  }

  private static MessageRow row(ResultSet row, int number) throws SQLException {
    long createdAt = row.getLong("created_at");
    MessageView view =
        new MessageView(
            row.getString("id"),
            "message",
            row.getString("thread_id"),
            row.getString("role"),
            row.getString("content"),
            row.getString("run_id"),
            false,
            Times.text(Instant.ofEpochMilli(createdAt)),
            Json.mapper().readValue(row.getString("metadata"), OBJECT));
    return new MessageRow(new Place(createdAt, row.getLong("key")), view);
  }
}
