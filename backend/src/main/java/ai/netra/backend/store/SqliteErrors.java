package ai.netra.backend.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.sqlite.SQLiteException;

/** Spring knows no codes of SQLite, so a broken constraint would look like a broken statement. */
final class SqliteErrors implements SQLExceptionTranslator {

  @Override
  public DataAccessException translate(String task, @Nullable String sql, SQLException e) {
    String message = task + ": " + e.getMessage();
    if (!(e instanceof SQLiteException sqlite)) {
      return new InvalidDataAccessResourceUsageException(message, e);
    }
    return switch (sqlite.getResultCode().name()) {
      case "SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY", "SQLITE_CONSTRAINT_ROWID" ->
          new DuplicateKeyException(message, e);
      case String name when name.startsWith("SQLITE_CONSTRAINT") ->
          new DataIntegrityViolationException(message, e);
      case "SQLITE_ERROR", "SQLITE_MISMATCH", "SQLITE_RANGE", "SQLITE_TOOBIG" ->
          new InvalidDataAccessResourceUsageException(message, e);
      default -> new DataAccessResourceFailureException(message, e);
    };
  }
}
