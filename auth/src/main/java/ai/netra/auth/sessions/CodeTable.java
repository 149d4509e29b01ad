package ai.netra.auth.sessions;

import ai.netra.auth.store.Store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of grants that begin with a code. */
final class CodeTable {

  private CodeTable() {}

  /** A grant whose code was given out. */
  record Row(
      String grantId,
      String clientId,
      String scope,
      String codeChallenge,
      String redirectUri,
      @Nullable String nonce,
      Instant expiresAt,
      boolean used) {}

  /** A code to be stored. */
  record New(
      String grantId, String codeHash, Grants.CodeOrder order, Duration accessLife, Instant now) {}

  /** Stores a code with the grant that it may become; its times come from the session. */
  static boolean insert(Transaction transaction, New made, Instant codeEnds, Duration grantLife) {
    Grants.CodeOrder order = made.order();
    return transaction
            .sql()
            .sql(
                """
                INSERT INTO grants (id, client_id, account_id, session_id, grant_type, scopes,
                  access_seconds, created_at, expires_at, code_hash, code_expires_at,
                  code_challenge, redirect_uri, nonce)
                SELECT :id, :client, account_id, id, 'code', :scopes, :access, :now,
                  auth_time + :life, :code, :codeEnds, :challenge, :redirect, :nonce
                FROM sessions WHERE id = :session AND ended_at IS NULL
                """)
            .param("id", made.grantId())
            .param("client", order.clientId())
            .param("scopes", order.scope())
            .param("access", made.accessLife().toSeconds())
            .param("now", made.now().toEpochMilli())
            .param("life", grantLife.toMillis())
            .param("code", made.codeHash())
            .param("codeEnds", codeEnds.toEpochMilli())
            .param("challenge", order.codeChallenge())
            .param("redirect", order.redirectUri())
            .param("nonce", order.nonce())
            .param("session", order.sessionId())
            .update()
        == 1;
  }

  static Optional<Row> byHash(JdbcClient sql, String hash) {
    return sql.sql("SELECT * FROM grants WHERE code_hash = :hash")
        .param("hash", hash)
        .query(CodeTable::row)
        .optional();
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        row.getString("id"),
        row.getString("client_id"),
        row.getString("scopes"),
        row.getString("code_challenge"),
        row.getString("redirect_uri"),
        row.getString("nonce"),
        Instant.ofEpochMilli(row.getLong("code_expires_at")),
        row.getLong("code_used_at") != 0);
  }

  /** Marks a code as used; false where it was before. */
  static boolean use(Transaction transaction, String grantId, Instant now) {
    return transaction
            .sql()
            .sql(
                """
                UPDATE grants SET code_used_at = :now
                WHERE id = :id AND code_used_at IS NULL
                """)
            .param("now", now.toEpochMilli())
            .param("id", grantId)
            .update()
        == 1;
  }

  /** Deletes grants whose code nobody used and that ended before an instant. */
  static void tidy(Transaction transaction, Instant endedBefore) {
    int _ =
        transaction
            .sql()
            .sql("DELETE FROM grants WHERE code_expires_at < :old AND code_used_at IS NULL")
            .param("old", endedBefore.toEpochMilli())
            .update();
  }
}
