package ai.netra.auth.keys;

import ai.netra.auth.store.Store.Transaction;
import com.nimbusds.jose.jwk.JWK;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of the signing keys. */
final class KeyTable {

  private final Seals seals;

  KeyTable(Seals seals) {
    this.seals = seals;
  }

  /** Every key that is not removed, oldest first. */
  List<StoredKey> all(JdbcClient sql) {
    return sql.sql(
            """
            SELECT kid, alg, state, private_sealed, created_at, active_at FROM signing_keys
            WHERE state <> 'removed' ORDER BY created_at, kid
            """)
        .query(this::key)
        .list();
  }

  private StoredKey key(ResultSet row, int number) throws SQLException {
    String kid = row.getString("kid");
    Seals.Opened opened =
        seals
            .open(row.getString("private_sealed"))
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "signing key %s: NETRA_AUTH_MASTER_KEY does not open it".formatted(kid)));
    long activeAt = row.getLong("active_at");
    boolean wasActive = !row.wasNull();
    return new StoredKey(
        kid,
        Chain.valueOf(row.getString("alg")),
        StoredKey.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        parsed(opened.text()),
        Instant.ofEpochMilli(row.getLong("created_at")),
        wasActive ? Instant.ofEpochMilli(activeAt) : null);
  }

  private static JWK parsed(String jwk) {
    try {
      return JWK.parse(jwk);
    } catch (ParseException e) {
      throw new IllegalStateException("a sealed signing key is no key", e);
    }
  }

  void insert(Transaction transaction, StoredKey key) {
    Instant activeAt = key.activeAt();
    int _ =
        transaction
            .sql()
            .sql(
                """
                INSERT INTO signing_keys
                  (kid, alg, state, public_jwk, private_sealed, created_at, active_at)
                VALUES (:kid, :alg, :state, :public, :sealed, :created, :active)
                """)
            .param("kid", key.kid())
            .param("alg", key.chain().name())
            .param("state", key.state().wireName())
            .param("public", key.key().toPublicJWK().toJSONString())
            .param("sealed", seals.seal(key.key().toJSONString()))
            .param("created", key.createdAt().toEpochMilli())
            .param("active", activeAt == null ? null : activeAt.toEpochMilli())
            .update();
    transaction.stored("signing_key", key.kid(), "created");
  }

  /** Moves a key on; false where it was not in the state it leaves. */
  boolean move(
      Transaction transaction, String kid, StoredKey.State from, StoredKey.State to, Instant at) {
    String column = to.wireName() + "_at";
    int rows =
        transaction
            .sql()
            .sql(
                "UPDATE signing_keys SET state = :to, %s = :at WHERE kid = :kid AND state = :from"
                    .formatted(column))
            .param("to", to.wireName())
            .param("at", at.toEpochMilli())
            .param("kid", kid)
            .param("from", from.wireName())
            .update();
    return rows == 1;
  }

  /** The retired keys that were retired before this moment. */
  List<String> retiredBefore(Transaction transaction, Instant moment) {
    return transaction
        .sql()
        .sql("SELECT kid FROM signing_keys WHERE state = 'retired' AND retired_at <= :moment")
        .param("moment", moment.toEpochMilli())
        .query((row, number) -> row.getString("kid"))
        .list();
  }

  /** Seals anew what only the former master key opens. */
  void reseal(Transaction transaction) {
    record Row(String kid, String privateSealed) {}
    List<Row> rows =
        transaction
            .sql()
            .sql("SELECT kid, private_sealed FROM signing_keys WHERE state <> 'removed'")
            .query((row, number) -> new Row(row.getString("kid"), row.getString("private_sealed")))
            .list();
    for (Row row : rows) {
      seals
          .open(row.privateSealed())
          .filter(Seals.Opened::old)
          .ifPresent(opened -> update(transaction, row.kid(), seals.seal(opened.text())));
    }
  }

  private static void update(Transaction transaction, String kid, String sealed) {
    int _ =
        transaction
            .sql()
            .sql("UPDATE signing_keys SET private_sealed = :sealed WHERE kid = :kid")
            .param("sealed", sealed)
            .param("kid", kid)
            .update();
  }
}
