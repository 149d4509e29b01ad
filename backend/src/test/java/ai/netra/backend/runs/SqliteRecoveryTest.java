package ai.netra.backend.runs;

import ai.netra.backend.store.OpenStore;
import ai.netra.backend.store.Store;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class SqliteRecoveryTest {

  private final OpenStore open;

  SqliteRecoveryTest(@TempDir Path folder) {
    this.open = OpenStore.in(folder);
  }

  @AfterEach
  void close() throws SQLException {
    open.close();
  }

  @Nested
  class Recovery extends RecoveryContract {
    @Override
    Store store() {
      return open.store();
    }
  }

  @Nested
  class Times extends RunTimesContract {
    @Override
    Store store() {
      return open.store();
    }
  }
}
