package ai.netra.backend.usage;

import ai.netra.backend.usage.UsageQueries.Billing;
import ai.netra.backend.usage.UsageQueries.Cell;
import ai.netra.backend.usage.UsageQueries.Flags;
import ai.netra.backend.usage.UsageQueries.Observed;
import ai.netra.backend.usage.UsageQueries.Volume;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the rows that the texts of {@link CubeText} give. */
final class CubeSums {

  private CubeSums() {}

  static List<Cell> cells(ResultSet rows) throws SQLException {
    List<Cell> cells = new ArrayList<>();
    while (rows.next()) {
      cells.add(cell(rows));
    }
    return cells;
  }

  private static Cell cell(ResultSet row) throws SQLException {
    return new Cell(
        row.getString("model"),
        row.getString("provider"),
        row.getString("tier"),
        row.getString("feature"),
        row.getString("class"),
        row.getString("urgency"),
        row.getLong("context_from"),
        flags(row),
        volume(row));
  }

  private static Flags flags(ResultSet row) throws SQLException {
    return new Flags(
        row.getBoolean("tools"),
        row.getBoolean("cacheable"),
        row.getBoolean("hashed"),
        List.of(row.getInt("reuse_short"), row.getInt("reuse_middle"), row.getInt("reuse_long")),
        row.getInt("waste"));
  }

  private static Volume volume(ResultSet row) throws SQLException {
    return new Volume(
        row.getLong("row_count"),
        row.getLong("input_sum"),
        row.getLong("cached_sum"),
        row.getLong("written_sum"),
        row.getLong("output_sum"),
        row.getLong("derived_count"),
        row.getLong("input_p99") + row.getLong("output_p99"));
  }

  static List<Billing> billing(ResultSet rows) throws SQLException {
    List<Billing> list = new ArrayList<>();
    while (rows.next()) {
      list.add(
          new Billing(
              rows.getString("model"),
              rows.getString("provider"),
              rows.getLong("row_count"),
              rows.getLong("billed_count"),
              usd(rows, "billed_sum"),
              usd(rows, "list_sum")));
    }
    return list;
  }

  static List<Observed> observed(ResultSet rows) throws SQLException {
    List<Observed> list = new ArrayList<>();
    while (rows.next()) {
      list.add(
          new Observed(
              rows.getString("model"),
              rows.getString("provider"),
              rows.getString("feature"),
              rows.getString("class"),
              rows.getLong("latency_n"),
              number(rows, "latency_p95"),
              number(rows, "output_p95"),
              rows.getLong("quality_n"),
              new BigDecimal(rows.getString("quality_sum")),
              new BigDecimal(rows.getString("quality_squares"))));
    }
    return list;
  }

  private static Usd usd(ResultSet row, String column) throws SQLException {
    return Usd.ofPico(new BigInteger(row.getString(column)));
  }

  private static @Nullable Long number(ResultSet row, String column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? null : number;
  }
}
