package ai.netra.backend.store;

import java.security.SecureRandom;
import java.util.Base64;

/** A secret, made once and kept in the database, so that what it marks holds on every node. */
final class KeptSecret {

  private static final int KEY_BYTES = 32;

  private KeptSecret() {}

  static byte[] of(Store store, String name, SecureRandom random) {
    byte[] made = new byte[KEY_BYTES];
    random.nextBytes(made);
    String text = Base64.getEncoder().encodeToString(made);
    String kept = store.write(transaction -> kept(transaction, name, text));
    return Base64.getDecoder().decode(kept);
  }

  private static String kept(Store.Transaction transaction, String name, String made) {
    transaction
        .sql()
        .sql(
            """
            insert into store_facts (name, value) values (:name, :value)
            on conflict (name) do nothing
            """)
        .param("name", name)
        .param("value", made)
        .update();
    return transaction
        .sql()
        .sql("select value from store_facts where name = :name")
        .param("name", name)
        .query(String.class)
        .single();
  }
}
