package ai.netra.backend.usage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The text of many sums in one pass over the rows. The rows are summed by the first dimension and
 * the buckets together, and by each other dimension; totals and the sums of models are sums of
 * these. As with all of {@link SumText} that is exact.
 */
final class AheadText {

  static final String TOTALS = "totals";
  static final String SERIES = "series";

  private final SumText sums;
  private final List<Dimension> by;
  private final Bucket bucket;

  /**
   * @param by dimensions to group by, beside the model
   */
  AheadText(SumText sums, List<Dimension> by, Bucket bucket) {
    this.sums = sums;
    this.by = List.copyOf(by);
    this.bucket = bucket;
  }

  String of(Filters filters) {
    String columns =
        by.stream().map(each -> each.column() + ", ").collect(Collectors.joining())
            + SumText.at(bucket)
            + ", grouping(bucket_at) = 0 as timed"
            + by.stream().map(AheadText::grouped).collect(Collectors.joining())
            + ",";
    return sums.priced(filters, columns, "grouping sets (" + String.join(", ", sets()) + ")")
        + ", parts as ("
        + String.join(" union all ", parts())
        + """
        )
        select part, name, bucket_at, %s%s from parts group by part, name, bucket_at
        order by part, bucket_at, spend_sum desc, row_count desc, name nulls last
        """
            .formatted(SumText.SUMS, SumText.TOTALS);
  }

  private List<String> sets() {
    List<String> sets = new ArrayList<>();
    String first = by.isEmpty() ? "" : ", " + by.getFirst().column();
    sets.add("(" + SumText.PRICE_KEYS + first + ", bucket_at)");
    by.stream()
        .skip(1)
        .forEach(each -> sets.add("(" + SumText.PRICE_KEYS + ", " + each.column() + ")"));
    return sets;
  }

  private static String grouped(Dimension dimension) {
    return ", grouping(%s) = 0 as %s".formatted(dimension.column(), flag(dimension));
  }

  private static String flag(Dimension dimension) {
    return "has_" + dimension.column();
  }

  private List<String> parts() {
    List<String> parts = new ArrayList<>();
    parts.add(part(TOTALS, "null", "null", "timed"));
    parts.add(part(SERIES, "null", "bucket_at", "timed"));
    parts.add(part(Dimension.MODEL.column(), "of_model", "null", "timed"));
    by.forEach(each -> parts.add(part(each.column(), each.column(), "null", flag(each))));
    return parts;
  }

  private static String part(String part, String name, String at, String where) {
    return """
    select '%s' as part, %s::varchar as name, %s::bigint as bucket_at, rows_n, ok_n, input_n,
      cached_n, written_n, output_n, reasoning_n, billed, list_cost, spend, first_n, last_n
    from priced where %s"""
        .formatted(part, name, at, where);
  }
}
