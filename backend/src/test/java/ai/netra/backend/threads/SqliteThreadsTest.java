package ai.netra.backend.threads;

import ai.netra.backend.store.OpenStore;
import ai.netra.backend.store.Store;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class SqliteThreadsTest {

  private final OpenStore open;

  SqliteThreadsTest(@TempDir Path folder) {
    this.open = OpenStore.in(folder);
  }

  @AfterEach
  void close() throws SQLException {
    open.close();
  }

  @Nested
  class OfThreads extends ThreadsContract {
    @Override
    Store store() {
      return open.store();
    }
  }

  @Nested
  class OfMessages extends MessagesContract {
    @Override
    Store store() {
      return open.store();
    }
  }
}
