package ai.netra.backend.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Opens connections to one SQLite file: WAL, every commit synced, foreign keys on. */
final class SqliteConnections {

  private static final int BUSY_MILLIS = 5_000;

  private final SQLiteDataSource source;

  SqliteConnections(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setBusyTimeout(BUSY_MILLIS);
    this.source = new SQLiteDataSource(config);
    this.source.setUrl("jdbc:sqlite:" + file);
  }

  SQLiteDataSource source() {
    return source;
  }

  Connection open() throws SQLException {
    return source.getConnection();
  }

  /** A client on one open connection that tells broken constraints from a broken database. */
  static JdbcClient client(Connection connection) {
    JdbcTemplate template = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
    template.setExceptionTranslator(new SqliteErrors());
    return JdbcClient.create(template);
  }
}
