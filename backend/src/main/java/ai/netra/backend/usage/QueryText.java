package ai.netra.backend.usage;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The fixed texts of the queries over single rows. Only columns of {@link Dimension} and numbers of
 * ours are put in; values of users are parameters, in the order span, then filters.
 */
final class QueryText {

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

  static String latency(Filters filters) {
    return """
        with picked as (%s),
        ranked as (
          select count(*) as n, coalesce(sum(latency_ms), 0) as total, max(latency_ms) as most,
            quantile_disc(latency_ms, [0.5, 0.9, 0.95, 0.99]) as ranks
          from picked where status = 'ok' and latency_ms is not null)
        select n, total, most, ranks[1], ranks[2], ranks[3], ranks[4] from ranked
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

  /** How many rows there are, on how many days, and how many have which field. */
  static String profile(Filters filters) {
    return """
        with picked as (%s)
        select count(*), count(distinct timestamp // 86400000), count(latency_ms),
          count(*) filter (where feature is not null or task_class is not null),
          count(feature), count(prompt_hash), count(customer)
        from picked
        """
        .formatted(picked(filters));
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

  /** The names of some dimensions with most rows each, in one pass over the rows. */
  static String names(Filters filters, List<Dimension> dimensions) {
    List<String> columns = dimensions.stream().map(Dimension::column).toList();
    String which =
        columns.stream()
            .map(column -> " when grouping(%s) = 0 then '%s'".formatted(column, column))
            .collect(Collectors.joining("", "case", " end"));
    String sets = columns.stream().map("(%s)"::formatted).collect(Collectors.joining(", "));
    String all = String.join(", ", columns);
    return """
        with picked as (%s),
        counted as (
          select %s as dimension, coalesce(%s) as name, count(*) as row_count
          from picked group by grouping sets (%s))
        select dimension, name from counted where name is not null
        qualify row_number() over (partition by dimension order by row_count desc, name) <= 200
        order by row_count desc, name
        """
        .formatted(picked(filters), which, all, sets);
  }
}
