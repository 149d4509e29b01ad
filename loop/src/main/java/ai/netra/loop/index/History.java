package ai.netra.loop.index;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import ai.netra.loop.index.Tables.Row;
import ai.netra.loop.journal.JournalReader;
import ai.netra.loop.journal.Line;
import ai.netra.loop.journal.Reading;
import ai.netra.loop.record.Outcome;
import ai.netra.loop.workspace.StateDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * What earlier runs of a state directory came to: a projection of their journals in {@code
 * index.sqlite}. It can be deleted or damaged at any time without harm. Safe for use by many
 * threads and processes; every method throws {@link Failure} when the file refuses.
 */
public final class History implements AutoCloseable {

  /** How the names of files begin that the engine of the index puts into the work folder. */
  public static final String LIBRARY = "sqlite-";

  /** So many runs back a test is looked at. */
  private static final int REMEMBERED_RUNS = 20;

  private static final int BUSY_MILLIS = 10_000;

  private static final Set<SQLiteErrorCode> DAMAGES =
      Set.of(SQLiteErrorCode.SQLITE_NOTADB, SQLiteErrorCode.SQLITE_CORRUPT);

  private final StateDirectory state;
  private final Path file;

  /** Guarded by this object's lock, as all that goes through it. */
  private final Connection connection;

  private final Tables tables;

  private History(StateDirectory state, Path file, Connection connection) {
    this.state = state;
    this.file = file;
    this.connection = connection;
    this.tables = new Tables(connection);
  }

  /**
   * What a projection of all runs found.
   *
   * @param runs the runs that it holds
   * @param unread those that it does not hold, and why
   */
  public record Projected(int runs, Map<String, String> unread) {}

  /**
   * What earlier runs came to for a test.
   *
   * @param last its outcome in the last of them
   * @param closure the hash of its sources in that run
   * @param millis how long an undisturbed attempt of it took there
   * @param unsteady whether one tree gave it different outcomes
   */
  public record Past(Outcome last, String closure, long millis, boolean unsteady) {}

  /** {@code index.sqlite} cannot be read or written; no run depends on it. */
  public static final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private Failure(Path file, Exception cause) {
      super(file + ": the history cannot be kept: " + cause.getMessage(), cause);
    }
  }

  /** Opens the index of a state directory; one that is no database is made anew. */
  public static History open(StateDirectory state) {
    Path file = state.root().resolve("index.sqlite");
    // the engine unpacks its library there, and a killed loop's copy goes with the next run's start
    System.setProperty("org.sqlite.tmpdir", state.work().toString());
    try {
      return open(state, file);
    } catch (SQLException e) {
      if (isDamage(e)) {
        return anew(state, file);
      }
      throw new Failure(file, e);
    }
  }

  private static boolean isDamage(SQLException e) {
    return e instanceof SQLiteException it && DAMAGES.contains(it.getResultCode());
  }

  private static History anew(StateDirectory state, Path file) {
    try {
      Files.deleteIfExists(file);
      return open(state, file);
    } catch (IOException | SQLException e) {
      throw new Failure(file, e);
    }
  }

  private static History open(StateDirectory state, Path file) throws SQLException {
    History history = new History(state, file, connect(file));
    try {
      if (!history.tables.areCurrent()) {
        history.write(history.tables::define);
      }
      return history;
    } catch (SQLException e) {
      history.connection.close();
      throw e;
    }
  }

  private static Connection connect(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_MILLIS);
    config.enforceForeignKeys(true);
    config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    return config.createConnection("jdbc:sqlite:" + file);
  }

  /** Makes the index anew from the journals. */
  public synchronized Projected rebuild() {
    try {
      write(tables::define);
      return takeMissing("");
    } catch (SQLException e) {
      throw new Failure(file, e);
    }
  }

  /**
   * Takes the runs that have ended since, and drops those whose folder is gone.
   *
   * @param running the run that is under way
   */
  public synchronized Projected bringUpToDate(String running) {
    try {
      return takeMissing(running);
    } catch (SQLException e) {
      throw new Failure(file, e);
    }
  }

  /** Takes a run that has just ended, from the lines of its journal. */
  public synchronized void take(List<Line> lines) {
    try {
      for (Projection it : Projection.of(lines).stream().toList()) {
        write(() -> replace(it));
      }
    } catch (SQLException e) {
      throw new Failure(file, e);
    }
  }

  private void replace(Projection projection) throws SQLException {
    tables.forget(projection.run().id());
    tables.add(projection);
  }

  private Projected takeMissing(String running) throws SQLException {
    Map<String, Path> folders = folders();
    folders.remove(running);
    for (Map.Entry<String, Long> known : tables.known().entrySet()) {
      Path folder = folders.get(known.getKey());
      if (folder == null) {
        write(() -> tables.forget(known.getKey()));
      } else if (known.getValue() < 0 || known.getValue() == JournalReader.bytes(folder)) {
        folders.remove(known.getKey());
      }
    }
    for (Path folder : folders.values()) {
      take(folder);
    }
    return tables.projected();
  }

  private Map<String, Path> folders() {
    Map<String, Path> folders = new TreeMap<>();
    try (Stream<Path> all = Files.list(state.runs())) {
      all.filter(JournalReader::isJournal)
          .forEach(it -> folders.put(it.getFileName().toString(), it));
      return folders;
    } catch (IOException e) {
      throw new UncheckedIOException(state.runs() + ": cannot be listed", e);
    }
  }

  private void take(Path folder) throws SQLException {
    String id = folder.getFileName().toString();
    long bytes = JournalReader.bytes(folder);
    Reading reading = JournalReader.read(folder);
    Optional<String> damage = reading.findings().stream().findFirst().map(Object::toString);
    Optional<Projection> projection = Projection.of(reading.lines());
    write(
        () -> {
          tables.forget(id);
          if (damage.isEmpty() && projection.isPresent()) {
            tables.add(projection.get());
          } else {
            tables.unread(id, bytes, damage.orElse("it has no end"));
          }
        });
  }

  /** What the last runs on a target came to for the tests of a suite, by test id. */
  public synchronized Map<String, Past> of(String target, String suite) {
    try {
      Map<String, Past> past = new HashMap<>();
      tables.past(target, suite, REMEMBERED_RUNS).stream()
          .collect(groupingBy(Row::test))
          .forEach((test, rows) -> past.put(test, past(rows)));
      return past;
    } catch (SQLException e) {
      throw new Failure(file, e);
    }
  }

  private static Past past(List<Row> rows) {
    Row last = rows.getFirst();
    return new Past(last.outcome(), last.closure(), last.millis(), isUnsteady(rows));
  }

  /** Flaky within a run, or green in one and not in another of the same tree. */
  private static boolean isUnsteady(List<Row> rows) {
    Map<String, Set<Boolean>> green =
        rows.stream()
            .collect(groupingBy(Row::tree, mapping(it -> it.outcome() == Outcome.PROVED, toSet())));
    return rows.stream().anyMatch(it -> it.outcome() == Outcome.FLAKY)
        || green.values().stream().anyMatch(it -> it.size() > 1);
  }

  private interface Unit {
    void run() throws SQLException;
  }

  private void write(Unit unit) throws SQLException {
    connection.setAutoCommit(false);
    try {
      unit.run();
      connection.commit();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      rollBack(e);
      throw e;
    }
  }

  /** A full disk may have ended the transaction already. */
  private void rollBack(SQLException failure) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new Failure(file, e);
    }
  }
}
