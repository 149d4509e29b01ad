package ai.netra.backend.usage;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;

/** The good rows of one file in a database of its own, ready to be compared with a data set. */
final class Staged implements AutoCloseable {

  private final ImportDatabases.Borrowed database;
  private final Statement sql;
  private final Set<Column> columns;
  private final FileReading.Outcome outcome;

  private Staged(
      ImportDatabases.Borrowed database,
      Statement sql,
      Set<Column> columns,
      FileReading.Outcome outcome) {
    this.database = database;
    this.sql = sql;
    this.columns = columns;
    this.outcome = outcome;
  }

  /**
   * Reads a file to its end. The caller closes the answer, which gives the database back; after a
   * failure it was given back already.
   */
  static Staged read(FileReading reading, ImportDatabases.Borrowed database)
      throws BadFile, IOException, SQLException, InterruptedException {
    Statement sql = database.connection().createStatement();
    try {
      database.feed().begin(reading);
      sql.execute(Merge.staged(reading.columns()));
      FileReading.Outcome outcome = reading.outcome();
      for (String statement : outcome.anonymous() ? Merge.NAMED : List.<String>of()) {
        sql.execute(statement);
      }
      return new Staged(database, sql, reading.columns(), outcome);
    } catch (SQLException e) {
      sql.close();
      database.close();
      database.feed().check();
      throw e;
    }
  }

  Statement sql() {
    return sql;
  }

  /** The columns that the file can have a value of. */
  Set<Column> columns() {
    return columns;
  }

  FileReading.Outcome outcome() {
    return outcome;
  }

  long[] numbers(String text) throws SQLException {
    return numbers(sql, text);
  }

  /** The first row of an answer. */
  static long[] numbers(Statement sql, String text) throws SQLException {
    try (ResultSet rows = sql.executeQuery(text)) {
      rows.next();
      long[] numbers = new long[rows.getMetaData().getColumnCount()];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = rows.getLong(i + 1);
      }
      return numbers;
    }
  }

  @Override
  public void close() throws SQLException {
    sql.close();
    database.close();
  }
}
