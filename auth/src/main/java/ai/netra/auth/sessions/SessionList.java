package ai.netra.auth.sessions;

import ai.netra.auth.service.Times;
import ai.netra.auth.web.Caller;
import ai.netra.auth.web.Fields;
import ai.netra.contract.auth.SessionBody;
import ai.netra.contract.auth.SessionPage;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the open sessions of a caller, newest first. */
record SessionList(Caller caller, Instant now) {

  /** The page after a token, which is the last row's creation and id. */
  SessionPage page(JdbcClient sql, int limit, @Nullable String token) {
    Position after = token == null ? new Position(Long.MAX_VALUE, "") : Position.of(token);
    List<SessionBody> rows =
        sql.sql(
                """
                SELECT * FROM sessions
                WHERE account_id = :account AND ended_at IS NULL AND expires_at > :now
                  AND (created_at < :created OR (created_at = :created AND id < :id))
                ORDER BY created_at DESC, id DESC LIMIT :limit
                """)
            .param("account", caller.subject())
            .param("now", now.toEpochMilli())
            .param("created", after.createdAt())
            .param("id", after.id())
            .param("limit", limit + 1)
            .query(this::body)
            .list();
    boolean more = rows.size() > limit;
    List<SessionBody> data = more ? rows.subList(0, limit) : rows;
    return new SessionPage(List.copyOf(data), more, more ? Position.token(data.getLast()) : null);
  }

  private SessionBody body(ResultSet row, int number) throws SQLException {
    String id = row.getString("id");
    return new SessionBody(
        id,
        id.equals(caller.sessionId()),
        row.getString("client_id"),
        List.of(row.getString("amr").split(" ")),
        row.getString("ip"),
        row.getString("user_agent"),
        time(row, "created_at"),
        time(row, "seen_at"),
        time(row, "expires_at"));
  }

  private static String time(ResultSet row, String column) throws SQLException {
    return Times.wire(Instant.ofEpochMilli(row.getLong(column)));
  }

  static boolean owned(JdbcClient sql, String accountId, String id) {
    return sql.sql("SELECT id FROM sessions WHERE id = :id AND account_id = :account")
        .param("id", id)
        .param("account", accountId)
        .query(String.class)
        .optional()
        .isPresent();
  }

  private record Position(long createdAt, String id) {

    static String token(SessionBody last) {
      String text = Instant.parse(last.createdAt()).toEpochMilli() + " " + last.sessionId();
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static Position of(String token) {
      try {
        byte[] bytes = Base64.getUrlDecoder().decode(token);
        String[] parts = new String(bytes, StandardCharsets.UTF_8).split(" ", 2);
        return new Position(Long.parseLong(parts[0]), parts[1]);
      } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
        throw Fields.refused("page_token", "a token of an earlier page", token);
      }
    }
  }
}
