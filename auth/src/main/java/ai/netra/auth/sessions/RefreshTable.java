package ai.netra.auth.sessions;

import ai.netra.auth.store.Store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of refresh tokens: digests, never the tokens. */
final class RefreshTable {

  private RefreshTable() {}

  /** {@code live}: the one that may be used; {@code superseded}: a successor that was replaced. */
  enum State {
    LIVE,
    USED,
    SUPERSEDED
  }

  record Row(
      String hash,
      String grantId,
      State state,
      @Nullable String successorHash,
      Instant expiresAt,
      Instant usedAt) {}

  static Optional<Row> byHash(Transaction transaction, String hash) {
    return transaction
        .sql()
        .sql("SELECT * FROM refresh_tokens WHERE token_hash = :hash")
        .param("hash", hash)
        .query(RefreshTable::row)
        .optional();
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        row.getString("token_hash"),
        row.getString("grant_id"),
        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getString("successor_hash"),
        Instant.ofEpochMilli(row.getLong("expires_at")),
        Instant.ofEpochMilli(row.getLong("used_at")));
  }

  static void insert(
      Transaction transaction, String hash, String grantId, Instant now, Instant end) {
    int _ =
        transaction
            .sql()
            .sql(
                """
                INSERT INTO refresh_tokens (token_hash, grant_id, state, issued_at, expires_at)
                VALUES (:hash, :grant, 'live', :now, :end)
                """)
            .param("hash", hash)
            .param("grant", grantId)
            .param("now", now.toEpochMilli())
            .param("end", end.toEpochMilli())
            .update();
  }

  /** Marks the live token as used; false where it is not live any more. */
  static boolean use(Transaction transaction, String hash, String successor, Instant now) {
    return transaction
            .sql()
            .sql(
                """
                UPDATE refresh_tokens SET state = 'used', successor_hash = :successor,
                  used_at = :now WHERE token_hash = :hash AND state = 'live'
                """)
            .param("successor", successor)
            .param("now", now.toEpochMilli())
            .param("hash", hash)
            .update()
        == 1;
  }

  /** Ends an unused successor; false where it was used. */
  static boolean supersede(Transaction transaction, String hash) {
    return transaction
            .sql()
            .sql(
                """
                UPDATE refresh_tokens SET state = 'superseded'
                WHERE token_hash = :hash AND state = 'live'
                """)
            .param("hash", hash)
            .update()
        == 1;
  }

  static void succeed(Transaction transaction, String hash, String successor) {
    int _ =
        transaction
            .sql()
            .sql("UPDATE refresh_tokens SET successor_hash = :successor WHERE token_hash = :hash")
            .param("successor", successor)
            .param("hash", hash)
            .update();
  }
}
