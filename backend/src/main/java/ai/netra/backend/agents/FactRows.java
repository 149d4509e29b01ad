package ai.netra.backend.agents;

import ai.netra.backend.usage.Bucket;
import ai.netra.backend.usage.DatasetAt;
import ai.netra.backend.usage.Dimension;
import ai.netra.backend.usage.Filters;
import ai.netra.backend.usage.Rows;
import ai.netra.backend.usage.TimeSpan;
import ai.netra.backend.usage.UsageWindow;
import ai.netra.contract.report.Fact;
import ai.netra.contract.report.FactSource;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows behind the facts of a run, as the traces of the facts name them. */
final class FactRows {

  private static final TimeSpan NEVER = new TimeSpan(Instant.EPOCH, Instant.EPOCH);

  private final Finished finished;
  private final List<Fact> facts;

  FactRows(Finished finished) {
    this.finished = finished;
    this.facts = finished.all().stream().flatMap(result -> result.facts().stream()).toList();
  }

  Optional<Pipeline.RowsOfFact> of(String id) {
    return find(id).map(fact -> behind(fact.source()).orElseGet(this::none));
  }

  private Optional<Fact> find(String id) {
    return facts.stream().filter(fact -> fact.id().equals(id)).findFirst();
  }

  /** Of a derived fact those of its first input that has some; a fact stands on earlier ones. */
  private Optional<Pipeline.RowsOfFact> behind(FactSource source) {
    return switch (source) {
      case FactSource.FromRows rows -> Optional.of(of(rows));
      case FactSource.Derived derived ->
          derived.inputs().stream()
              .flatMap(input -> find(input).stream())
              .flatMap(input -> behind(input.source()).stream())
              .findFirst();
      case FactSource.FromCatalogue _, FactSource.FromUser _, FactSource.Assumed _ ->
          Optional.empty();
    };
  }

  private Pipeline.RowsOfFact none() {
    Rows rows = new Rows(NEVER, Filters.NONE);
    return new Pipeline.RowsOfFact(finished.dataset(), finished.snapshot().catalogue(), rows);
  }

  private Pipeline.RowsOfFact of(FactSource.FromRows source) {
    Map<String, Object> parameters = source.parameters();
    DatasetAt at =
        new DatasetAt(finished.dataset().user(), text(parameters, "dataset"), source.watermark());
    Rows rows =
        new Rows(
            span(parameters), new Filters(filters(source)), (String) parameters.get("error_code"));
    return new Pipeline.RowsOfFact(at, finished.snapshot().catalogue(), rows);
  }

  /** The window, or of it the one bucket that the fact is about. */
  private static TimeSpan span(Map<String, Object> parameters) {
    if (parameters.containsKey("at")) {
      Instant from = Instant.parse(text(parameters, "at"));
      Bucket bucket = Bucket.named(text(parameters, "bucket")).orElseThrow();
      return new TimeSpan(from, from.plus(length(bucket)));
    }
    Map<?, ?> window = (Map<?, ?>) parameters.get("window");
    if (window == null) {
      throw new IllegalStateException("a fact of rows: without its window " + parameters);
    }
    return new UsageWindow(
            LocalDate.parse(String.valueOf(window.get("from"))),
            LocalDate.parse(String.valueOf(window.get("to"))))
        .span();
  }

  private static Duration length(Bucket bucket) {
    return switch (bucket) {
      case HOUR -> Duration.ofHours(1);
      case DAY -> Duration.ofDays(1);
      case WEEK -> Duration.ofDays(7);
    };
  }

  /** What narrowed the rows; of a group its key, of a latency that the call ended well. */
  private static Map<Dimension, String> filters(FactSource.FromRows source) {
    Map<String, Object> parameters = source.parameters();
    Map<Dimension, String> filters = new EnumMap<>(Dimension.class);
    for (Dimension dimension : Dimension.values()) {
      if (parameters.get(dimension.wireName()) instanceof String value) {
        filters.put(dimension, value);
      }
    }
    if (parameters.get("by") instanceof String by) {
      filters.put(Dimension.named(by).orElseThrow(), text(parameters, "key"));
    }
    if (source.query().equals("Q4")) {
      filters.put(Dimension.STATUS, "ok");
    }
    return filters;
  }

  private static String text(Map<String, Object> parameters, String name) {
    return String.valueOf(parameters.get(name));
  }
}
