package ai.netra.auth.sessions;

import ai.netra.auth.store.Store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of grants. */
final class GrantTable {

  private static final String JOINED =
      """
      SELECT g.id, g.account_id, g.client_id, g.session_id, s.sid, g.scopes, s.amr, s.auth_time,
        g.access_seconds, g.expires_at,
        (g.ended_at IS NOT NULL OR s.ended_at IS NOT NULL) AS over
      FROM grants g JOIN sessions s ON s.id = g.session_id
      """;

  private GrantTable() {}

  static Optional<Grant> byId(JdbcClient sql, String id) {
    return sql.sql(JOINED + "WHERE g.id = :id").param("id", id).query(GrantTable::grant).optional();
  }

  private static Grant grant(ResultSet row, int number) throws SQLException {
    return new Grant(
        row.getString("id"),
        row.getString("account_id"),
        row.getString("client_id"),
        row.getString("session_id"),
        row.getString("sid"),
        row.getString("scopes"),
        List.of(row.getString("amr").split(" ")),
        Instant.ofEpochMilli(row.getLong("auth_time")),
        Duration.ofSeconds(row.getLong("access_seconds")),
        Instant.ofEpochMilli(row.getLong("expires_at")),
        row.getBoolean("over"));
  }

  static void insert(Transaction transaction, Grant grant, Instant now) {
    int _ =
        transaction
            .sql()
            .sql(
                """
                INSERT INTO grants (id, client_id, account_id, session_id, grant_type, scopes,
                  access_seconds, created_at, expires_at)
                VALUES (:id, :client, :account, :session, 'login', :scopes, :access, :now, :ends)
                """)
            .param("id", grant.id())
            .param("client", grant.clientId())
            .param("account", grant.accountId())
            .param("session", grant.sessionId())
            .param("scopes", grant.scope())
            .param("access", grant.accessLife().toSeconds())
            .param("now", now.toEpochMilli())
            .param("ends", grant.expiresAt().toEpochMilli())
            .update();
    transaction.stored("grant", grant.id(), "created");
  }

  static boolean endGrant(Transaction transaction, String id, String reason, Instant now) {
    return transaction
            .sql()
            .sql(
                """
                UPDATE grants SET ended_at = :now, end_reason = :reason
                WHERE id = :id AND ended_at IS NULL
                """)
            .param("now", now.toEpochMilli())
            .param("reason", reason)
            .param("id", id)
            .update()
        == 1;
  }
}
