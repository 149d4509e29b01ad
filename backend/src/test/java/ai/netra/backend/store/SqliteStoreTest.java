package ai.netra.backend.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest extends StoreContract {

  @TempDir Path folder;
  private SqliteStore store;

  @BeforeEach
  void open() {
    store = SqliteStore.open(settings());
  }

  @AfterEach
  void close() throws SQLException {
    store.close();
  }

  @Override
  Store store() {
    return store;
  }

  @Test
  void aSecondStoreOnTheFileIsRefused() {
    assertThatThrownBy(() -> SqliteStore.open(settings()))
        .isInstanceOf(StoreFailure.class)
        .hasMessageContaining("another process has it open");
  }

  @Test
  void theDatabaseIsSyncedInWalMode() {
    assertThat(pragma("journal_mode")).isEqualTo("wal");
    assertThat(pragma("synchronous")).isEqualTo("2");
    assertThat(pragma("foreign_keys")).isEqualTo("1");
  }

  @Test
  void aChangedMigrationRefusesTheStart() throws SQLException {
    store.close();
    try (Connection connection = new SqliteConnections(settings().file()).open();
        Statement statement = connection.createStatement()) {
      statement.execute("update flyway_schema_history set checksum = 1 where version = '1'");
    }

    assertThatThrownBy(() -> SqliteStore.open(settings()))
        .isInstanceOf(StoreFailure.class)
        .hasMessageContaining("checksum mismatch");
  }

  @Test
  void anUnknownMigrationRefusesTheStart() throws SQLException {
    store.close();
    try (Connection connection = new SqliteConnections(settings().file()).open();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "insert into flyway_schema_history select 99, '99', 'later', type, script, checksum,"
              + " installed_by, installed_on, execution_time, success from flyway_schema_history"
              + " where version = '1'");
    }

    assertThatThrownBy(() -> SqliteStore.open(settings())).isInstanceOf(StoreFailure.class);
  }

  private String pragma(String name) {
    return store.read(
        transaction -> transaction.sql().sql("pragma " + name).query(String.class).single());
  }

  private StoreSettings settings() {
    return new StoreSettings(folder.resolve("backend.db"), 3);
  }
}
