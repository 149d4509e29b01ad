package ai.netra.backend.usage;

import ai.netra.backend.usage.SnapshotDatabases.Snapshot;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Queries in an in-memory DuckDB over the files of one snapshot. */
final class DuckQueries implements UsageQueries {

  private static final Logger LOG = LoggerFactory.getLogger(DuckQueries.class);
  private static final List<Dimension> NAMED =
      List.of(Dimension.MODEL, Dimension.FEATURE, Dimension.CUSTOMER, Dimension.PROVIDER);

  private final Analytics analytics;
  private final SnapshotDatabases databases;
  private final SnapshotDatabases.Database database;
  private final SumText sums;
  private volatile @Nullable Ahead ahead;
  private volatile @Nullable Statement running;
  private volatile boolean cancelled;
  private volatile boolean broken;

  private DuckQueries(
      Analytics analytics, SnapshotDatabases databases, SnapshotDatabases.Database database) {
    this.analytics = analytics;
    this.databases = databases;
    this.database = database;
    this.sums = new SumText(database.prices());
  }

  /** Opens the files and loads the prices of their models. Call it on the pool. */
  static DuckQueries open(Analytics analytics, SnapshotDatabases databases, Snapshot snapshot)
      throws SQLException {
    return new DuckQueries(analytics, databases, databases.borrow(snapshot));
  }

  @Override
  public Optional<Instant> lastBefore(Instant instant) throws InterruptedException {
    return query(
        "lastBefore",
        QueryText.lastBefore(),
        statement -> statement.setLong(1, instant.toEpochMilli()),
        rows -> {
          rows.next();
          long at = rows.getLong(1);
          return rows.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(at));
        });
  }

  @Override
  public Profile profile(Rows rows) throws InterruptedException {
    List<Profile.Name> names =
        query(
            "names",
            QueryText.names(rows.filters(), NAMED),
            statement -> bind(statement, rows),
            result -> Sums.names(result, NAMED));
    long priced =
        one("priced rows", sums.pricedRows(rows.filters()), rows, result -> result.getLong(1));
    return one(
        "profile",
        QueryText.profile(rows.filters()),
        rows,
        result -> Sums.profile(result, priced, names));
  }

  @Override
  public void ahead(Rows rows, List<Dimension> by, Bucket bucket) throws InterruptedException {
    List<Dimension> all = new ArrayList<>(by);
    all.addFirst(Dimension.MODEL);
    ahead =
        query(
            "Q1 to Q3",
            new AheadText(sums, by, bucket).of(rows.filters()),
            statement -> bind(statement, rows),
            result -> Ahead.read(rows, bucket, all, result));
  }

  @Override
  public Totals totals(Rows rows) throws InterruptedException {
    Optional<Totals> known = Optional.ofNullable(ahead).flatMap(each -> each.totals(rows));
    if (known.isPresent()) {
      return known.get();
    }
    return one("Q1", sums.totals(rows.filters()), rows, Sums::totals);
  }

  @Override
  public List<Breakdown> breakdown(Rows rows, List<Dimension> by) throws InterruptedException {
    Optional<List<Breakdown>> known =
        Optional.ofNullable(ahead).flatMap(each -> each.groups(rows, by));
    if (known.isPresent()) {
      return known.get();
    }
    return query(
        "Q2",
        sums.breakdown(rows.filters(), by),
        statement -> bind(statement, rows),
        result -> {
          Tops tops = new Tops(by.size());
          while (result.next()) {
            tops.add(Sums.breakdown(result, by));
          }
          return tops.all();
        });
  }

  @Override
  public List<Point> series(Rows rows, Bucket bucket, List<Dimension> by)
      throws InterruptedException {
    Optional<List<Point>> known =
        Optional.ofNullable(ahead).flatMap(each -> each.points(rows, bucket, by));
    List<Point> points = known.isPresent() ? known.get() : points(rows, bucket, by);
    return Gaps.filled(points, rows.span(), bucket);
  }

  private List<Point> points(Rows rows, Bucket bucket, List<Dimension> by)
      throws InterruptedException {
    return list(
        "Q3", sums.series(rows.filters(), bucket, by), rows, result -> Sums.point(result, by));
  }

  @Override
  public LatencyStat latency(Rows rows) throws InterruptedException {
    return one("Q4", QueryText.latency(rows.filters()), rows, Sums::latency);
  }

  @Override
  public List<ErrorStat> errors(Rows rows) throws InterruptedException {
    return list("Q5", QueryText.errors(rows.filters()), rows, Sums::error);
  }

  @Override
  public List<UsageRow> records(Rows rows, long[] after, int limit) throws InterruptedException {
    return query(
        "Q14",
        QueryText.records(rows),
        statement -> {
          int index = bind(statement, rows);
          statement.setLong(index, after[0]);
          statement.setLong(index + 1, after[0]);
          statement.setString(index + 2, new UUID(after[1], after[2]).toString());
          int next = index + 3;
          String code = rows.errorCode();
          if (code != null && !code.isEmpty()) {
            statement.setString(next++, code);
          }
          statement.setInt(next, limit);
        },
        result -> {
          List<UsageRow> list = new ArrayList<>();
          while (result.next()) {
            list.add(StoredRow.of(result));
          }
          return list;
        });
  }

  @Override
  public List<Cell> cube(Rows rows, List<Long> contextCuts) throws InterruptedException {
    String sql = CubeText.cube(QueryText.picked(rows.filters()), contextCuts);
    return query("cube", sql, statement -> bind(statement, rows), CubeSums::cells);
  }

  @Override
  public List<Billing> billing(Rows rows) throws InterruptedException {
    String sql = sums.billing(rows.filters());
    return query("billing", sql, statement -> bind(statement, rows), CubeSums::billing);
  }

  @Override
  public List<Observed> observed(Rows rows) throws InterruptedException {
    String sql = CubeText.observed(QueryText.picked(rows.filters()));
    return query("observed", sql, statement -> bind(statement, rows), CubeSums::observed);
  }

  @Override
  public void cancel() {
    cancelled = true;
    stop();
  }

  private void stop() {
    Statement statement = running;
    if (statement == null) {
      return;
    }
    try {
      statement.cancel();
    } catch (SQLException e) {
      LOG.atDebug().setCause(e).log("a statement had ended before it was cancelled");
    }
  }

  @Override
  public void close() {
    if (cancelled || broken) {
      databases.drop(database);
    } else {
      databases.giveBack(database);
    }
  }

  /** The one row of a text that has span and filters for parameters. */
  private <T> T one(String name, String sql, Rows rows, Reading<T> row)
      throws InterruptedException {
    return query(
        name,
        sql,
        statement -> bind(statement, rows),
        result -> {
          result.next();
          return row.read(result);
        });
  }

  /** All rows of such a text. */
  private <T> List<T> list(String name, String sql, Rows rows, Reading<T> row)
      throws InterruptedException {
    return query(
        name,
        sql,
        statement -> bind(statement, rows),
        result -> {
          List<T> list = new ArrayList<>();
          while (result.next()) {
            list.add(row.read(result));
          }
          return list;
        });
  }

  private <T> T query(String name, String sql, Binding binding, Reading<T> reading)
      throws InterruptedException {
    try {
      return analytics.call("query " + name, () -> execute(sql, binding, reading), this::stop);
    } catch (InterruptedException e) {
      broken = true;
      throw e;
    } catch (QueryFailed e) {
      broken = true;
      if (cancelled) {
        throw new InterruptedException("query " + name + " was cancelled");
      }
      LOG.atError().setCause(e).addKeyValue("query", name).log("a query over usage data failed");
      throw e;
    }
  }

  private <T> T execute(String sql, Binding binding, Reading<T> reading) throws SQLException {
    if (cancelled) {
      throw new SQLException("cancelled before it began");
    }
    try (PreparedStatement statement = database.connection().prepareStatement(sql)) {
      running = statement;
      binding.bind(statement);
      try (ResultSet rows = statement.executeQuery()) {
        return reading.read(rows);
      }
    } finally {
      running = null;
    }
  }

  /** Binds span and filters; returns the index of the next parameter. */
  private static int bind(PreparedStatement statement, Rows rows) throws SQLException {
    statement.setLong(1, rows.span().fromMillis());
    statement.setLong(2, rows.span().toMillis());
    int index = 3;
    for (String value : rows.filters().values().values()) {
      if (!value.isEmpty()) {
        statement.setString(index++, value);
      }
    }
    return index;
  }

  private interface Binding {
    void bind(PreparedStatement statement) throws SQLException;
  }

  private interface Reading<T> {
    T read(ResultSet rows) throws SQLException;
  }
}
