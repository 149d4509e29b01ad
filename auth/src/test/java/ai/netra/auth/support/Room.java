package ai.netra.auth.support;

import ai.netra.auth.store.SqliteStore;
import java.nio.file.Path;

/** A migrated database in a folder. */
public final class Room {

  private Room() {}

  public static SqliteStore store(Path folder) {
    SqliteStore store = new SqliteStore(folder.resolve("auth.db"));
    store.migrate();
    return store;
  }
}
