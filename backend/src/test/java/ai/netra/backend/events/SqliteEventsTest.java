package ai.netra.backend.events;

import ai.netra.backend.store.OpenStore;
import ai.netra.backend.store.Store;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteEventsTest extends EventsContract {

  private final Path folder;
  private OpenStore open;

  SqliteEventsTest(@TempDir Path folder) {
    this.folder = folder;
    this.open = OpenStore.in(folder);
  }

  @AfterEach
  void close() throws SQLException {
    open.close();
  }

  @Override
  Store store() {
    return open.store();
  }

  @Override
  Store reopened() {
    try {
      open.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    open = OpenStore.in(folder);
    return open.store();
  }
}
