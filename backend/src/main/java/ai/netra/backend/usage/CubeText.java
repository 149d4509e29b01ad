package ai.netra.backend.usage;

import java.util.List;

/**
 * The statement of the cube: one pass over the rows of a window, grouped by all that a strategy
 * asks of a row. Every flag is decided by the row before it in its own partition, so one {@code
 * lag} answers for all windows of a response cache: an equal request is a repeat within a window
 * exactly when the one before it lies in the same window.
 */
final class CubeText {

  /** Calls whose answer may be given again: ended well, no tools, hardly any chance in them. */
  private static final String CACHEABLE =
      "status = 'ok' and not coalesce(has_tools, false) and coalesce(temperature, 0) <= 0.3";

  private static final String REFUSED = "in (400, 401, 403, 404)";

  private CubeText() {}

  static String cube(String picked, List<Long> contextCuts) {
    return classed(picked, contextCuts)
        + tried()
        + keyed()
        + """
        select model, provider, tier, feature, class, urgency, context_from, tools,
          cacheable, prompt_hash is not null as hashed, %s, %s, %s, waste,
          count(*) as row_count,
          sum(input_tokens) as input_sum, sum(cached_input_tokens) as cached_sum,
          sum(cache_write_tokens) as written_sum, sum(output_tokens) as output_sum,
          count(*) filter (where derived) as derived_count,
          quantile_disc(input_tokens, 0.99) as input_p99,
          quantile_disc(output_tokens, 0.99) as output_p99
        from keyed group by all
        """
            .formatted(
                reuse(300, "reuse_short"),
                reuse(3_600, "reuse_middle"),
                reuse(86_400, "reuse_long"));
  }

  /**
   * Each row with its class, derived where the file names none, and its range of context. Rows are
   * read again by each part that needs some of their columns, which costs less than keeping all.
   */
  private static String classed(String picked, List<Long> cuts) {
    return """
    with picked as not materialized (%s),
    classed as not materialized (
      select model, provider, tier, feature, customer, urgency, prompt_hash, timestamp, id_hash,
        input_tokens, cached_input_tokens, cache_write_tokens, output_tokens,
        status, http_status, finish_reason, attempt, logical_id,
        coalesce(has_tools, false) as tools, %s as cacheable, task_class is null as derived,
        %s as context_from, coalesce(task_class, %s) as class
      from picked),
    """
        .formatted(picked, CACHEABLE, Bands.text("input_tokens", cuts, 0), DERIVED_CLASS);
  }

  private static final String DERIVED_CLASS =
      """
      case when operation = 'embedding' then 'embedding'
        when coalesce(has_tools, false) then 'agent'
        when output_tokens <= 20 then 'classification'
        when output_tokens <= 200 and input_tokens >= 10 * output_tokens then 'extraction'
        when input_tokens >= 2000 and 2 * output_tokens <= input_tokens then 'summarisation'
        when conversation_id is not null then 'chat' else 'other' end
      """;

  /** Whether a row was wasted: 1 partly avoidable, 2 wholly, as a retry of a refused request. */
  private static String tried() {
    return """
    chained as (
      select *,
        count(*) filter (where status = 'ok') over earlier > 0 as after_ok,
        lead(1) over by_try is not null as asked_again,
        lag(status) over by_try <> 'ok' and lag(http_status) over by_try %s as refused_before
      from classed where logical_id is not null
      window by_try as (partition by logical_id order by timestamp, id_hash),
        earlier as (partition by logical_id order by timestamp, id_hash
          rows between unbounded preceding and 1 preceding)
      union all by name
      select *, false as after_ok, false as asked_again,
        attempt > 1 and http_status %s as refused_before
      from classed where logical_id is null),
    tried as (
      select *, case when not (after_ok
            or (status <> 'ok' and input_tokens + output_tokens > 0)
            or (coalesce(finish_reason, '') = 'length' and asked_again)) then 0
          when coalesce(refused_before, false) then 2 else 1 end as waste
      from chained),
    """
        .formatted(REFUSED, REFUSED);
  }

  /**
   * The instant of the equal request before, among those whose answer could have been kept. Most
   * requests are asked once, and two that are equal have equal hashes: only rows whose hash comes
   * again are sorted, with no more of them than it takes to tell which they are.
   */
  private static String keyed() {
    return """
    asked as (
      select id_hash, timestamp, feature, customer, prompt_hash,
        hash(feature, customer, prompt_hash) as question
      from picked where %s and prompt_hash is not null),
    repeated as (
      select id_hash, lag(timestamp) over (partition by feature, customer, prompt_hash
        order by timestamp, id_hash) as before
      from asked
      where question in (select question from asked group by question having count(*) > 1)),
    keyed as (select tried.*, before from tried left join repeated using (id_hash))
    """
        .formatted(CACHEABLE);
  }

  /** 3 where half the window holds both, 2 the window, 1 a window that slides, 0 none of them. */
  private static String reuse(int seconds, String name) {
    long window = seconds * 1_000L;
    return """
    case when before is null then 0
      when before // %1$d = timestamp // %1$d then 3
      when before // %2$d = timestamp // %2$d then 2
      when timestamp - before < %2$d then 1 else 0 end as %3$s
    """
        .formatted(window / 2, window, name);
  }

  /** What was seen of a model in a feature and class: latency, output, quality. */
  static String observed(String picked) {
    return "with picked as ("
        + picked
        + """
        ) select model, provider, feature, coalesce(task_class, %s) as class,
          count(latency_ms) filter (where status = 'ok') as latency_n,
          quantile_disc(latency_ms, 0.95) filter (where status = 'ok') as latency_p95,
          quantile_disc(output_tokens, 0.95) filter (where status = 'ok') as output_p95,
          count(quality) as quality_n,
          coalesce(sum(quality::decimal(18, 9)), 0)::varchar as quality_sum,
          coalesce(sum((quality::decimal(18, 9) * quality::decimal(18, 9))::decimal(38, 18)), 0)
            ::varchar as quality_squares
        from picked group by all order by all
        """
            .formatted(DERIVED_CLASS);
  }
}
