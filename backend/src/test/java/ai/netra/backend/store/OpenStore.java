package ai.netra.backend.store;

import java.nio.file.Path;
import java.sql.SQLException;

/** Opens a real store on a file for the tests of other rooms. */
public final class OpenStore implements AutoCloseable {

  private final SqliteStore store;

  private OpenStore(SqliteStore store) {
    this.store = store;
  }

  /** A store on {@code backend.db} in the folder, migrated. */
  public static OpenStore in(Path folder) {
    return new OpenStore(SqliteStore.open(new StoreSettings(folder.resolve("backend.db"), 3)));
  }

  public Store store() {
    return store;
  }

  @Override
  public void close() throws SQLException {
    store.close();
  }
}
