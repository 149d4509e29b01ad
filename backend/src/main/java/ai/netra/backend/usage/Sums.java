package ai.netra.backend.usage;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the rows that the texts of {@link QueryText} give. */
final class Sums {

  private static final int PERCENTILES_FROM = 20;

  private Sums() {}

  static Totals totals(ResultSet row) throws SQLException {
    return new Totals(
        row.getLong("row_count"),
        row.getLong("ok_count"),
        tokens(row),
        usd(row, "spend_sum"),
        usd(row, "billed_sum"),
        usd(row, "list_sum"),
        row.getLong("unpriced_count"),
        row.getLong("unpriced_tokens"),
        instant(row, "first_at"),
        instant(row, "last_at"));
  }

  static Breakdown breakdown(ResultSet row, List<Dimension> by) throws SQLException {
    return new Breakdown(
        key(row, by), false, row.getLong("row_count"), tokens(row), usd(row, "spend_sum"));
  }

  /** A group by one dimension, whose value was read already. */
  static Breakdown breakdown(ResultSet row, @Nullable String value) throws SQLException {
    return new Breakdown(
        java.util.Collections.singletonList(value),
        false,
        row.getLong("row_count"),
        tokens(row),
        usd(row, "spend_sum"));
  }

  static Point point(ResultSet row, List<Dimension> by) throws SQLException {
    return new Point(
        Instant.ofEpochMilli(row.getLong("bucket_at")),
        key(row, by),
        row.getLong("row_count"),
        tokens(row),
        usd(row, "spend_sum"));
  }

  static LatencyStat latency(ResultSet row) throws SQLException {
    long n = row.getLong(1);
    if (n == 0) {
      return new LatencyStat(0, null, null, null, null, null, null);
    }
    BigDecimal mean = number(row, 2).divide(BigDecimal.valueOf(n), MathContext.DECIMAL64);
    boolean ranked = n >= PERCENTILES_FROM;
    return new LatencyStat(
        n,
        mean.stripTrailingZeros(),
        row.getLong(3),
        ranked ? row.getLong(4) : null,
        ranked ? row.getLong(5) : null,
        ranked ? row.getLong(6) : null,
        ranked ? row.getLong(7) : null);
  }

  static ErrorStat error(ResultSet row) throws SQLException {
    return new ErrorStat(
        row.getString(1),
        row.getString(2),
        row.getLong(3),
        Usd.ofPico(number(row, 4).toBigIntegerExact()));
  }

  static Profile profile(ResultSet row, long priced, List<Profile.Name> names) throws SQLException {
    return new Profile(
        row.getLong(1),
        row.getInt(2),
        priced,
        row.getLong(3),
        row.getLong(4),
        row.getLong(5),
        row.getLong(6),
        row.getLong(7),
        names);
  }

  /** In the order of the dimensions, then as they come. */
  static List<Profile.Name> names(ResultSet rows, List<Dimension> dimensions) throws SQLException {
    List<Profile.Name> names = new ArrayList<>();
    while (rows.next()) {
      Dimension dimension = Dimension.named(rows.getString(1)).orElseThrow();
      names.add(new Profile.Name(dimension, rows.getString(2)));
    }
    names.sort(Comparator.comparingInt(name -> dimensions.indexOf(name.dimension())));
    return names;
  }

  private static Tokens tokens(ResultSet row) throws SQLException {
    return new Tokens(
        row.getLong("input_sum"),
        row.getLong("cached_sum"),
        row.getLong("written_sum"),
        row.getLong("output_sum"),
        row.getLong("reasoning_sum"));
  }

  private static List<@Nullable String> key(ResultSet row, List<Dimension> by) throws SQLException {
    List<@Nullable String> key = new ArrayList<>();
    for (Dimension dimension : by) {
      key.add(row.getString(dimension.column()));
    }
    return key;
  }

  private static Usd usd(ResultSet row, String column) throws SQLException {
    return Usd.ofPico(new BigInteger(row.getString(column)));
  }

  private static BigDecimal number(ResultSet row, int column) throws SQLException {
    return new BigDecimal(row.getString(column));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    long at = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(at);
  }
}
