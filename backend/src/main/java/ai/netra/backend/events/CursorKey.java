package ai.netra.backend.events;

import ai.netra.backend.store.Store;
import java.security.SecureRandom;
import java.util.Base64;

/** The key of cursors, made once and kept in the database, so that a cursor holds everywhere. */
final class CursorKey {

  private static final String NAME = "cursor_key";
  private static final int KEY_BYTES = 32;

  private CursorKey() {}

  static byte[] of(Store store, SecureRandom random) {
    byte[] made = new byte[KEY_BYTES];
    random.nextBytes(made);
    String text = Base64.getEncoder().encodeToString(made);
    String kept = store.write(transaction -> kept(transaction, text));
    return Base64.getDecoder().decode(kept);
  }

  private static String kept(Store.Transaction transaction, String made) {
    transaction
        .sql()
        .sql(
            """
            insert into store_facts (name, value) values (:name, :value)
            on conflict (name) do nothing
            """)
        .param("name", NAME)
        .param("value", made)
        .update();
    return transaction
        .sql()
        .sql("select value from store_facts where name = :name")
        .param("name", NAME)
        .query(String.class)
        .single();
  }
}
