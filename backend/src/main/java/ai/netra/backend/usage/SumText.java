package ai.netra.backend.usage;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The texts of sums over rows and what they cost. Rows are summed by all that a price depends on
 * and only these sums are priced, which is exact, since a price is a whole number a token; values
 * of users are parameters, in the order span, then filters.
 */
final class SumText {

  static final String SUMS =
      """
      coalesce(sum(rows_n), 0) as row_count,
      coalesce(sum(input_n), 0) as input_sum,
      coalesce(sum(cached_n), 0) as cached_sum,
      coalesce(sum(written_n), 0) as written_sum,
      coalesce(sum(output_n), 0) as output_sum,
      coalesce(sum(reasoning_n), 0) as reasoning_sum,
      coalesce(sum(spend), 0) as spend_sum
      """;

  /** What totals have beyond {@link #SUMS}. */
  static final String TOTALS =
      """
      ,
      coalesce(sum(ok_n), 0) as ok_count,
      coalesce(sum(billed), 0) as billed_sum,
      coalesce(sum(list_cost), 0) as list_sum,
      coalesce(sum(rows_n) filter (where spend is null), 0) as unpriced_count,
      coalesce(sum(input_n + output_n) filter (where spend is null), 0) as unpriced_tokens,
      min(first_n) as first_at,
      max(last_n) as last_at
      """;

  /** All that the price of a row depends on. */
  static final String PRICE_KEYS =
      "of_model, of_provider, of_tier, from_time, from_context, is_billed";

  private final String timeBand;
  private final String contextBand;

  /**
   * @param spans the prices that the table of prices holds
   */
  SumText(List<PricedSpan> spans) {
    List<Long> times =
        spans.stream()
            .flatMap(span -> List.of(span.from(), span.to()).stream())
            .map(PriceTable::millis)
            .filter(at -> at != Long.MAX_VALUE)
            .toList();
    List<Long> contexts =
        spans.stream()
            .flatMap(span -> List.of(span.contextFrom(), span.contextTo()).stream())
            .filter(tokens -> tokens != Long.MAX_VALUE)
            .toList();
    this.timeBand = Bands.text("timestamp", times, Long.MIN_VALUE);
    this.contextBand = Bands.text("input_tokens", contexts, 0);
  }

  String totals(Filters filters) {
    return priced(filters, "") + "select %s%s from priced".formatted(SUMS, TOTALS);
  }

  String breakdown(Filters filters, List<Dimension> by) {
    String columns = columns(by);
    return priced(filters, columns + ",")
        + "select %s, %s from priced group by %s order by spend_sum desc, row_count desc, %s"
            .formatted(columns, SUMS, columns, ordered(by));
  }

  String series(Filters filters, Bucket bucket, List<Dimension> by) {
    String columns = by.isEmpty() ? "" : ", " + columns(by);
    String order = by.isEmpty() ? "" : ", " + ordered(by);
    return priced(filters, at(bucket) + columns + ",")
        + "select bucket_at%s, %s from priced group by bucket_at%s order by bucket_at%s"
            .formatted(columns, SUMS, columns, order);
  }

  /** The beginning of a row's bucket. */
  static String at(Bucket bucket) {
    return "((timestamp + %d) // %d) * %d - %d as bucket_at"
        .formatted(bucket.shift(), bucket.millis(), bucket.millis(), bucket.shift());
  }

  /** What a model's rows were billed against what the catalogue lists for the same rows. */
  String billing(Filters filters) {
    return priced(filters, "")
        + """
        select of_model as model, of_provider as provider, sum(rows_n) as row_count,
          coalesce(sum(rows_n) filter (where is_billed), 0) as billed_count,
          coalesce(sum(billed) filter (where list_cost is not null), 0) as billed_sum,
          coalesce(sum(list_cost) filter (where is_billed), 0) as list_sum
        from priced group by of_model, of_provider order by of_model, of_provider nulls last
        """;
  }

  /** How many rows have a known cost. */
  String pricedRows(Filters filters) {
    return priced(filters, "")
        + "select coalesce(sum(rows_n) filter (where spend is not null), 0) from priced";
  }

  /**
   * Sums with what they cost.
   *
   * @param keys further columns to group by, each ended by a comma
   */
  private String priced(Filters filters, String keys) {
    return priced(filters, keys, "all");
  }

  /**
   * Sums with what they cost, in 10⁻¹² USD; the arithmetic is in 128-bit integers.
   *
   * @param columns further columns, each ended by a comma
   * @param groups what to group by
   */
  String priced(Filters filters, String columns, String groups) {
    return """
    with picked as (%s),
    summed as (
      select %s model as of_model, provider as of_provider, tier as of_tier,
        %s as from_time, %s as from_context, cost_usd is not null as is_billed,
        count(*) as rows_n, count(*) filter (where status = 'ok') as ok_n,
        sum(input_tokens) as input_n, sum(cached_input_tokens) as cached_n,
        sum(cache_write_tokens) as written_n, sum(output_tokens) as output_n,
        sum(reasoning_tokens) as reasoning_n,
        sum(cost_usd) as cost_n,
        min(timestamp) as first_n, max(timestamp) as last_n
      from picked group by %s),
    listed as (
      select summed.*, cast(cost_n * 1000000000 as hugeint) * 1000 as billed,
        case when price_model is not null then
          (input_n - cached_n - written_n) * input_price
          + cached_n * read_price + written_n * write_price
          + output_n * output_price + rows_n::hugeint * request_price end as list_cost
      from summed left join prices
        on of_model = price_model and of_provider is not distinct from price_provider
        and of_tier = price_tier and from_time >= valid_from and from_time < valid_to
        and from_context >= context_from and from_context < context_to),
    priced as (select *, coalesce(billed, list_cost) as spend from listed)
    """
        .formatted(QueryText.picked(filters), columns, timeBand, contextBand, groups);
  }

  private static String columns(List<Dimension> by) {
    return by.stream().map(Dimension::column).collect(Collectors.joining(", "));
  }

  private static String ordered(List<Dimension> by) {
    return by.stream().map(each -> each.column() + " nulls last").collect(Collectors.joining(", "));
  }
}
