package ai.netra.backend.runs;

import ai.netra.backend.store.OpenStore;
import ai.netra.backend.store.Store;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class SqliteRunsTest {

  private final OpenStore open;

  SqliteRunsTest(@TempDir Path folder) {
    this.open = OpenStore.in(folder);
  }

  @AfterEach
  void close() throws SQLException {
    open.close();
  }

  @Nested
  class Story extends RunStoryContract {
    @Override
    Store store() {
      return open.store();
    }
  }

  @Nested
  class Stop extends RunStopContract {
    @Override
    Store store() {
      return open.store();
    }
  }

  @Nested
  class Start extends RunStartContract {
    @Override
    Store store() {
      return open.store();
    }
  }
}
