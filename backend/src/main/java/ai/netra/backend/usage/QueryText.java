package ai.netra.backend.usage;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The fixed texts of the queries. Only columns of {@link Dimension} and numbers of ours are put in;
 * values of users are parameters, in the order span, then filters.
 */
final class QueryText {

  private static final String SUMS =
      """
      count(*) as row_count,
      coalesce(sum(input_tokens), 0) as input_sum,
      coalesce(sum(cached_input_tokens), 0) as cached_sum,
      coalesce(sum(cache_write_tokens), 0) as written_sum,
      coalesce(sum(output_tokens), 0) as output_sum,
      coalesce(sum(reasoning_tokens), 0) as reasoning_sum,
      coalesce(sum(spend), 0) as spend_sum
      """;

  private QueryText() {}

  /** The rows under their filters. */
  static String picked(Filters filters) {
    String where =
        filters.values().entrySet().stream()
            .map(filter -> " and " + filter.getKey().column() + asked(filter.getValue()))
            .collect(Collectors.joining());
    return "select * from usage_rows where timestamp >= ? and timestamp < ?" + where;
  }

  private static String asked(String value) {
    return value.isEmpty() ? " is null" : " = ?";
  }

  /** The rows with what they cost, in 10⁻¹² USD; the arithmetic is in 128-bit integers. */
  static String priced(Filters filters) {
    return """
        with picked as (%s),
        listed as (
          select picked.*,
            cast(cost_usd * 1000000000 as hugeint) * 1000 as billed,
            case when price_model is not null then
              (input_tokens - cached_input_tokens - cache_write_tokens)::hugeint * input_price
              + cached_input_tokens::hugeint * read_price
              + cache_write_tokens::hugeint * write_price
              + output_tokens::hugeint * output_price
              + request_price end as list_cost
          from picked left join prices
            on model = price_model and provider is not distinct from price_provider
            and tier = price_tier and timestamp >= valid_from and timestamp < valid_to
            and input_tokens >= context_from and input_tokens < context_to),
        priced as (select *, coalesce(billed, list_cost) as spend from listed)
        """
        .formatted(picked(filters));
  }

  static String lastBefore() {
    return "select max(timestamp) from usage_rows where timestamp < ?";
  }

  static String totals(Filters filters) {
    return priced(filters)
        + """
        select %s,
          count(*) filter (where status = 'ok') as ok_count,
          coalesce(sum(billed), 0) as billed_sum,
          coalesce(sum(list_cost), 0) as list_sum,
          count(*) filter (where spend is null) as unpriced_count,
          coalesce(sum(input_tokens + output_tokens) filter (where spend is null), 0)
            as unpriced_tokens,
          min(timestamp) as first_at,
          max(timestamp) as last_at
        from priced
        """
            .formatted(SUMS);
  }

  static String breakdown(Filters filters, List<Dimension> by) {
    String columns = columns(by);
    return priced(filters)
        + "select %s, %s from priced group by %s order by spend_sum desc, row_count desc, %s"
            .formatted(columns, SUMS, columns, ordered(by));
  }

  static String series(Filters filters, Bucket bucket, List<Dimension> by) {
    String columns = by.isEmpty() ? "" : ", " + columns(by);
    String order = by.isEmpty() ? "" : ", " + ordered(by);
    return priced(filters)
        + "select ((timestamp + %d) // %d) * %d - %d as bucket_at%s, %s from priced group by bucket_at%s order by bucket_at%s"
            .formatted(
                bucket.shift(),
                bucket.millis(),
                bucket.millis(),
                bucket.shift(),
                columns,
                SUMS,
                columns,
                order);
  }

  static String latency(Filters filters) {
    return """
        with picked as (%s)
        select count(*), coalesce(sum(latency_ms), 0), max(latency_ms),
          quantile_disc(latency_ms, 0.5), quantile_disc(latency_ms, 0.9),
          quantile_disc(latency_ms, 0.95), quantile_disc(latency_ms, 0.99)
        from picked where status = 'ok' and latency_ms is not null
        """
        .formatted(picked(filters));
  }

  static String errors(Filters filters) {
    return priced(filters)
        + """
        select status, error_code, count(*) as row_count, coalesce(sum(spend), 0)
        from priced where status <> 'ok' group by status, error_code
        order by row_count desc, status, error_code nulls last
        """;
  }

  static String profile(Filters filters) {
    return priced(filters)
        + """
        select count(*), count(distinct timestamp // 86400000), count(spend), count(latency_ms),
          count(*) filter (where feature is not null or task_class is not null),
          count(feature), count(prompt_hash), count(customer)
        from priced
        """;
  }

  static String records(Rows rows) {
    String code = rows.errorCode();
    return priced(rows.filters())
        + """
        select %s, spend::varchar as spend_pico, id_hash::varchar as id_text from priced
        where (timestamp > ? or (timestamp = ? and id_hash > ?::uuid))%s
        order by timestamp, id_hash limit ?
        """
            .formatted(Column.names(), code == null ? "" : " and error_code" + asked(code));
  }

  static String names(Filters filters, Dimension dimension) {
    return "with picked as (%s) select %s, count(*) as row_count from picked where %s is not null"
            .formatted(picked(filters), dimension.column(), dimension.column())
        + " group by 1 order by row_count desc, 1 limit 200";
  }

  private static String columns(List<Dimension> by) {
    return by.stream().map(Dimension::column).collect(Collectors.joining(", "));
  }

  private static String ordered(List<Dimension> by) {
    return by.stream().map(each -> each.column() + " nulls last").collect(Collectors.joining(", "));
  }
}
