package ai.netra.backend.usage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sums that were computed before they were asked for.
 *
 * @param totals null where there are no rows
 */
record Ahead(
    Rows rows,
    Bucket bucket,
    @Nullable Totals totals,
    Map<Dimension, List<Breakdown>> groups,
    List<Point> points) {

  /** Reads what {@link AheadText} gives; the model is among the dimensions. */
  static Ahead read(Rows rows, Bucket bucket, List<Dimension> by, ResultSet result)
      throws SQLException {
    Totals totals = null;
    Map<Dimension, Tops> tops = new EnumMap<>(Dimension.class);
    by.forEach(each -> tops.put(each, new Tops(1)));
    List<Point> points = new ArrayList<>();
    while (result.next()) {
      String part = result.getString("part");
      switch (part) {
        case AheadText.TOTALS -> totals = Sums.totals(result);
        case AheadText.SERIES -> points.add(Sums.point(result, List.of()));
        default -> top(tops, part).add(Sums.breakdown(result, result.getString("name")));
      }
    }
    Map<Dimension, List<Breakdown>> groups = new EnumMap<>(Dimension.class);
    tops.forEach((each, top) -> groups.put(each, top.all()));
    return new Ahead(rows, bucket, totals, groups, points);
  }

  private static Tops top(Map<Dimension, Tops> tops, String column) {
    return tops.entrySet().stream()
        .filter(each -> each.getKey().column().equals(column))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("sums by %s: not asked".formatted(column)));
  }

  Optional<Totals> totals(Rows asked) {
    return asked.equals(rows) ? Optional.ofNullable(totals) : Optional.empty();
  }

  Optional<List<Breakdown>> groups(Rows asked, List<Dimension> by) {
    return asked.equals(rows) && by.size() == 1
        ? Optional.ofNullable(groups.get(by.getFirst()))
        : Optional.empty();
  }

  Optional<List<Point>> points(Rows asked, Bucket by, List<Dimension> dimensions) {
    return asked.equals(rows) && by == bucket && dimensions.isEmpty()
        ? Optional.of(points)
        : Optional.empty();
  }
}
