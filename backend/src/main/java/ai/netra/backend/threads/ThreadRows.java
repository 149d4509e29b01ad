package ai.netra.backend.threads;

import ai.netra.backend.identity.UserKey;
import ai.netra.backend.service.Json;
import ai.netra.backend.threads.Threads.NewThread;
import ai.netra.backend.threads.Threads.ThreadQuery;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The statements over threads. */
final class ThreadRows {

  private ThreadRows() {}

  static Optional<ThreadRow> find(JdbcClient sql, UserKey user, String id) {
    return sql.sql(ThreadRow.SELECT + " where t.user_key = :user and t.id = :id")
        .param("user", user.value())
        .param("id", id)
        .query(ThreadRow::of)
        .optional();
  }

  static Optional<ThreadRow> byKey(JdbcClient sql, long key) {
    return sql.sql(ThreadRow.SELECT + " where t.key = :key")
        .param("key", key)
        .query(ThreadRow::of)
        .optional();
  }

  /** One row more than the limit, so that the page knows whether more follow. */
  static List<ThreadRow> list(JdbcClient sql, UserKey user, ThreadQuery query, long now) {
    Place after = Place.of(query.pageToken(), Place.END);
    return sql.sql(
            ThreadRow.SELECT
                + """
                where t.user_key = :user and t.state = :state
                  and (t.updated_at, t.key) < (:at, :key)
                  and (t.purge_at is null or t.purge_at > :now)
                  and (t.search like :text escape '\\' or exists (
                    select 1 from messages m
                    where m.thread_key = t.key and m.search like :text escape '\\'))
                order by t.updated_at desc, t.key desc limit :limit
                """)
        .param("user", user.value())
        .param("state", query.state())
        .param("at", after.at())
        .param("key", after.key())
        .param("now", now)
        .param("text", pattern(query.text()))
        .param("limit", query.room().items() + 1)
        .query(ThreadRow::of)
        .list();
  }

  static long countActive(JdbcClient sql, UserKey user) {
    return sql.sql("select count(*) from threads where user_key = :user and state = 'active'")
        .param("user", user.value())
        .query(Long.class)
        .single();
  }

  /** The new row's key, or nothing where the id is taken. */
  static Optional<Long> insert(
      JdbcClient sql, UserKey user, String id, NewThread thread, long now) {
    return sql.sql(
            """
            insert into threads
              (user_key, id, title, search, state, created_at, updated_at, metadata)
            values (:user, :id, :title, :search, 'active', :now, :now, :metadata)
            on conflict (user_key, id) do nothing returning key
            """)
        .param("user", user.value())
        .param("id", id)
        .param("title", thread.title())
        .param("search", searchable(thread.title()))
        .param("now", now)
        .param("metadata", Json.text(thread.metadata()))
        .query(Long.class)
        .optional();
  }

  static void rename(JdbcClient sql, long key, String title, long now) {
    sql.sql(
            """
            update threads set title = :title, search = :search, updated_at = :now
            where key = :key
            """)
        .param("title", title)
        .param("search", searchable(title))
        .param("now", now)
        .param("key", key)
        .update();
  }

  static void describe(JdbcClient sql, long key, Map<String, Object> metadata, long now) {
    sql.sql("update threads set metadata = :metadata, updated_at = :now where key = :key")
        .param("metadata", Json.text(metadata))
        .param("now", now)
        .param("key", key)
        .update();
  }

  static void touch(JdbcClient sql, long key, long now) {
    sql.sql("update threads set updated_at = :now where key = :key")
        .param("now", now)
        .param("key", key)
        .update();
  }

  /** Whether the thread was active and is deleted now. */
  static boolean delete(JdbcClient sql, long key, long now, long purgeAt) {
    return sql.sql(
                """
                update threads
                set state = 'deleted', deleted_at = :now, purge_at = :purge, updated_at = :now
                where key = :key and state = 'active'
                """)
            .param("now", now)
            .param("purge", purgeAt)
            .param("key", key)
            .update()
        == 1;
  }

  /** Whether the thread was deleted and is active now. */
  static boolean restore(JdbcClient sql, long key, long now) {
    return sql.sql(
                """
                update threads
                set state = 'active', deleted_at = null, purge_at = null, updated_at = :now
                where key = :key and state = 'deleted'
                """)
            .param("now", now)
            .param("key", key)
            .update()
        == 1;
  }

  /** Erases a deleted thread with its messages, runs and events. */
  static void erase(JdbcClient sql, UserKey user, ThreadRow thread) {
    sql.sql(
            """
            delete from events where user_key = :user and thread_id = :id
              and type not in ('thread_deleted')
            """)
        .param("user", user.value())
        .param("id", thread.id())
        .update();
    sql.sql("delete from threads where key = :key and state = 'deleted'")
        .param("key", thread.key())
        .update();
  }

  /** Erases threads whose time is over, at most so many; tells how many there were. */
  static int purge(JdbcClient sql, long now, int limit) {
    return sql.sql(
            """
            delete from threads where key in (
              select key from threads where state = 'deleted' and purge_at <= :now limit :limit)
            """)
        .param("now", now)
        .param("limit", limit)
        .update();
  }

  static String searchable(@Nullable String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }

  /** A pattern for LIKE that finds the text anywhere; without a text it finds everything. */
  private static String pattern(@Nullable String text) {
    String plain = searchable(text).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    return "%" + plain + "%";
  }
}
