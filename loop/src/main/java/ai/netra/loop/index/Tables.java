package ai.netra.loop.index;

import ai.netra.loop.index.Projection.ResultRow;
import ai.netra.loop.index.Projection.RunRow;
import ai.netra.loop.record.Outcome;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The tables of {@code index.sqlite} over one connection. For one thread at a time. */
final class Tables {

  /** A file of another schema is made anew. */
  private static final int SCHEMA = 1;

  private static final List<String> DEFINITIONS =
      List.of(
          "DROP TABLE IF EXISTS result",
          "DROP TABLE IF EXISTS run",
          "DROP TABLE IF EXISTS unread",
          """
          CREATE TABLE run (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            target TEXT NOT NULL,
            tree TEXT NOT NULL,
            started_millis INTEGER NOT NULL,
            verdict TEXT NOT NULL,
            reason TEXT NOT NULL,
            lines INTEGER NOT NULL,
            head TEXT NOT NULL)
          """,
          """
          CREATE TABLE result (
            run INTEGER NOT NULL REFERENCES run (number) ON DELETE CASCADE,
            suite TEXT NOT NULL,
            test TEXT NOT NULL,
            outcome TEXT NOT NULL,
            closure TEXT NOT NULL,
            millis INTEGER NOT NULL,
            PRIMARY KEY (run, suite, test)) WITHOUT ROWID
          """,
          """
          CREATE TABLE unread (
            id TEXT PRIMARY KEY,
            bytes INTEGER NOT NULL,
            why TEXT NOT NULL) WITHOUT ROWID
          """,
          "PRAGMA user_version = " + SCHEMA);

  private static final String PAST =
      """
      SELECT run.tree, result.test, result.outcome, result.closure, result.millis
      FROM result JOIN run ON run.number = result.run
      WHERE result.suite = ? AND run.number IN (
        SELECT number FROM run WHERE target = ? ORDER BY id DESC LIMIT ?)
      ORDER BY run.id DESC
      """;

  private final Connection connection;

  Tables(Connection connection) {
    this.connection = connection;
  }

  /** A result of a run of the tree. */
  record Row(String tree, String test, Outcome outcome, String closure, long millis) {}

  boolean areCurrent() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet version = statement.executeQuery("PRAGMA user_version")) {
      return version.next() && version.getInt(1) == SCHEMA;
    }
  }

  /** Empty tables, whatever stood there. */
  void define() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String definition : DEFINITIONS) {
        statement.execute(definition);
      }
    }
  }

  /** The runs that are known: with the length of its journal where one could not be taken. */
  Map<String, Long> known() throws SQLException {
    Map<String, Long> known = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT id, -1 AS bytes FROM run UNION ALL SELECT id, bytes FROM unread")) {
      while (rows.next()) {
        known.put(rows.getString("id"), rows.getLong("bytes"));
      }
    }
    return known;
  }

  History.Projected projected() throws SQLException {
    Map<String, String> unread = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT id, why FROM unread")) {
      while (rows.next()) {
        unread.put(rows.getString("id"), rows.getString("why"));
      }
    }
    try (Statement statement = connection.createStatement();
        ResultSet runs = statement.executeQuery("SELECT count(*) FROM run")) {
      return new History.Projected(runs.next() ? runs.getInt(1) : 0, unread);
    }
  }

  void forget(String id) throws SQLException {
    change("DELETE FROM run WHERE id = ?", id);
    change("DELETE FROM unread WHERE id = ?", id);
  }

  void unread(String id, long bytes, String why) throws SQLException {
    change("INSERT INTO unread (id, bytes, why) VALUES (?, ?, ?)", id, bytes, why);
  }

  void add(Projection projection) throws SQLException {
    RunRow run = projection.run();
    change(
        """
        INSERT INTO run (id, target, tree, started_millis, verdict, reason, lines, head)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        run.id(),
        run.target(),
        run.tree(),
        run.started().toEpochMilli(),
        run.verdict(),
        run.reason(),
        run.lines(),
        run.head());
    String insert =
        """
        INSERT INTO result (run, suite, test, outcome, closure, millis)
        SELECT number, ?, ?, ?, ?, ? FROM run WHERE id = ?
        """;
    try (PreparedStatement statement = connection.prepareStatement(insert)) {
      for (ResultRow row : projection.results()) {
        fill(
            statement,
            row.suite(),
            row.test(),
            row.outcome().name(),
            row.closure(),
            row.millis(),
            run.id());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /** The results of a suite in the last runs on a target, the latest run first. */
  List<Row> past(String target, String suite, int runs) throws SQLException {
    List<Row> past = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(PAST)) {
      fill(statement, suite, target, runs);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          past.add(
              new Row(
                  rows.getString("tree"),
                  rows.getString("test"),
                  Outcome.valueOf(rows.getString("outcome")),
                  rows.getString("closure"),
                  rows.getLong("millis")));
        }
      }
    }
    return past;
  }

  private void change(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      fill(statement, values);
      statement.executeUpdate();
    }
  }

  private static void fill(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }
}
