package ai.netra.backend.usage;

import ai.netra.backend.service.Times;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A stored row as clients see it: its fields by name, and what it cost. */
final class StoredRow {

  private StoredRow() {}

  static UsageRow of(ResultSet row) throws SQLException {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (Column column : Column.values()) {
      fields.put(column.wireName(), value(row, column));
    }
    String spend = row.getString("spend_pico");
    fields.put("spend_usd", spend == null ? null : Usd.ofPico(new BigInteger(spend)).amount());
    UUID identity = UUID.fromString(row.getString("id_text"));
    return new UsageRow(
        row.getLong("timestamp"),
        identity.getMostSignificantBits(),
        identity.getLeastSignificantBits(),
        fields);
  }

  private static @Nullable Object value(ResultSet row, Column column) throws SQLException {
    if (column == Column.TIMESTAMP) {
      return Times.text(Instant.ofEpochMilli(row.getLong(column.wireName())));
    }
    return row.getObject(column.wireName());
  }
}
