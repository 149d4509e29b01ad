package ai.netra.auth.sessions;

import ai.netra.auth.store.Store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of sessions. */
final class SessionTable {

  private SessionTable() {}

  /**
   * A session to be stored.
   *
   * @param browserUntil how long its cookie may be used at most; null where it has none
   */
  record Row(
      String id,
      String sid,
      String accountId,
      SignIn signIn,
      Instant now,
      Instant expiresAt,
      @Nullable Instant browserUntil) {}

  static void insert(Transaction transaction, Row row) {
    SignIn signIn = row.signIn();
    Instant until = row.browserUntil();
    int _ =
        transaction
            .sql()
            .sql(
                """
                INSERT INTO sessions (id, sid, account_id, client_id, amr, auth_time, ip,
                  user_agent, created_at, seen_at, expires_at, browser_until, browser_seen_at)
                VALUES (:id, :sid, :account, :client, :amr, :now, :ip, :agent, :now, :now, :ends,
                  :until, :seen)
                """)
            .param("id", row.id())
            .param("sid", row.sid())
            .param("account", row.accountId())
            .param("client", signIn.clientId())
            .param("amr", String.join(" ", signIn.amr()))
            .param("now", row.now().toEpochMilli())
            .param("ip", signIn.origin().ip())
            .param("agent", signIn.origin().userAgent())
            .param("ends", row.expiresAt().toEpochMilli())
            .param("until", until == null ? null : until.toEpochMilli())
            .param("seen", until == null ? null : row.now().toEpochMilli())
            .update();
    transaction.stored("session", row.id(), "created");
  }

  /** The browser's session with this {@code sid}, its account active, used since an instant. */
  static Optional<BrowserSessions.Browser> browser(
      JdbcClient sql, String sid, Instant now, Instant usedSince) {
    return sql.sql(
            """
            SELECT s.* FROM sessions s JOIN accounts a ON a.id = s.account_id
            WHERE s.sid = :sid AND s.ended_at IS NULL AND s.browser_until > :now
              AND s.browser_seen_at > :since AND a.state = 'active'
            """)
        .param("sid", sid)
        .param("now", now.toEpochMilli())
        .param("since", usedSince.toEpochMilli())
        .query(SessionTable::browser)
        .optional();
  }

  private static BrowserSessions.Browser browser(ResultSet row, int number) throws SQLException {
    return new BrowserSessions.Browser(
        row.getString("id"),
        row.getString("sid"),
        row.getString("account_id"),
        Instant.ofEpochMilli(row.getLong("auth_time")),
        Instant.ofEpochMilli(row.getLong("browser_seen_at")));
  }

  static void browserSeen(Transaction transaction, String id, Instant now) {
    int _ =
        transaction
            .sql()
            .sql("UPDATE sessions SET browser_seen_at = :now, seen_at = :now WHERE id = :id")
            .param("now", now.toEpochMilli())
            .param("id", id)
            .update();
  }

  /** The open sessions of an account, newest first, without the first so many. */
  static List<String> open(JdbcClient sql, String accountId, Instant now, int without) {
    return sql.sql(
            """
            SELECT id FROM sessions
            WHERE account_id = :account AND ended_at IS NULL AND expires_at > :now
            ORDER BY created_at DESC, id DESC LIMIT 1000 OFFSET :without
            """)
        .param("account", accountId)
        .param("now", now.toEpochMilli())
        .param("without", without)
        .query((row, number) -> row.getString("id"))
        .list();
  }

  /** Ends a session and its grants; its {@code sid}, or nothing where it had ended before. */
  static Optional<String> end(Transaction transaction, String id, String reason, Instant now) {
    Optional<String> sid =
        transaction
            .sql()
            .sql(
                """
                UPDATE sessions SET ended_at = :now, end_reason = :reason
                WHERE id = :id AND ended_at IS NULL RETURNING sid
                """)
            .param("now", now.toEpochMilli())
            .param("reason", reason)
            .param("id", id)
            .query(String.class)
            .optional();
    int _ =
        transaction
            .sql()
            .sql(
                """
                UPDATE grants SET ended_at = :now, end_reason = :reason
                WHERE session_id = :id AND ended_at IS NULL
                """)
            .param("now", now.toEpochMilli())
            .param("reason", reason)
            .param("id", id)
            .update();
    return sid;
  }

  static void seen(Transaction transaction, String sessionId, Instant now) {
    int _ =
        transaction
            .sql()
            .sql("UPDATE sessions SET seen_at = :now WHERE id = :id")
            .param("now", now.toEpochMilli())
            .param("id", sessionId)
            .update();
  }

  /** The id and account of the session with this {@code sid}. */
  static Optional<BrowserSessions.Ended> owner(JdbcClient sql, String sid) {
    return sql.sql("SELECT id, account_id FROM sessions WHERE sid = :sid")
        .param("sid", sid)
        .query(
            (row, number) ->
                new BrowserSessions.Ended(row.getString("id"), row.getString("account_id")))
        .optional();
  }
}
