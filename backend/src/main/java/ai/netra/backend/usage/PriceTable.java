package ai.netra.backend.usage;

import ai.netra.backend.usage.Pricing.Billed;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Puts the prices of the models that rows name beside the rows. */
final class PriceTable {

  private static final String CREATE =
      """
      create temp table prices (
        price_model varchar, price_provider varchar, price_tier varchar,
        valid_from bigint, valid_to bigint, context_from bigint, context_to bigint,
        input_price bigint, read_price bigint, write_price bigint, output_price bigint,
        request_price bigint)
      """;

  private PriceTable() {}

  /** Returns what it put there. */
  static List<PricedSpan> fill(Connection connection, Pricing pricing, String version)
      throws SQLException {
    Set<Billed> models = new HashSet<>();
    try (Statement statement = connection.createStatement()) {
      statement.execute(CREATE);
      ResultSet rows = statement.executeQuery("select distinct model, provider from usage_rows");
      while (rows.next()) {
        models.add(new Billed(rows.getString(1), rows.getString(2)));
      }
    }
    List<PricedSpan> spans = pricing.spans(version, models);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into prices values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (PricedSpan span : spans) {
        insert(insert, span);
      }
    }
    return spans;
  }

  private static void insert(PreparedStatement insert, PricedSpan span) throws SQLException {
    insert.setString(1, span.model());
    insert.setString(2, span.provider());
    insert.setString(3, span.tier());
    insert.setLong(4, millis(span.from()));
    insert.setLong(5, millis(span.to()));
    insert.setLong(6, span.contextFrom());
    insert.setLong(7, span.contextTo());
    insert.setLong(8, span.input());
    insert.setLong(9, span.cachedInput());
    insert.setLong(10, span.cacheWrite());
    insert.setLong(11, span.output());
    insert.setLong(12, span.perRequest());
    insert.executeUpdate();
  }

  /** Open ends reach beyond what milliseconds can count. */
  static long millis(Instant instant) {
    if (instant.equals(Instant.MAX)) {
      return Long.MAX_VALUE;
    }
    return instant.equals(Instant.MIN) ? Long.MIN_VALUE : instant.toEpochMilli();
  }
}
