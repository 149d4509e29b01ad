package ai.netra.backend.agents;

import ai.netra.backend.usage.Bucket;
import ai.netra.backend.usage.Point;
import ai.netra.contract.report.Fact;
import ai.netra.contract.report.Quantity;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tool {@code usage_series}: Q3, with its highest bucket. */
final class SeriesTool {

  static final String NAME = "usage_series";
  static final String HIGHEST = "highest_spend";
  static final String HIGHEST_AT = "highest_spend_at";

  private SeriesTool() {}

  static Work.Reply<DataResult.Series> reply(
      Scope scope, Bucket bucket, FactBook book, @Nullable String call)
      throws InterruptedException {
    List<Point> points = scope.queries().series(scope.rows(), bucket, List.of());
    long read = points.stream().mapToLong(Point::rows).sum();
    DataResult.Series series =
        new DataResult.Series(
            bucket,
            points.stream()
                .map(point -> new DataResult.SpendAt(point.at(), point.rows(), point.spend()))
                .toList());
    List<Fact> facts = facts(scope, series, book, call);
    String summary = "%d buckets of a %s".formatted(points.size(), bucket.wireName());
    return new Work.Reply<>(series, summary, facts, read);
  }

  private static List<Fact> facts(
      Scope scope, DataResult.Series series, FactBook book, @Nullable String call) {
    return series.points().stream()
        .max(Comparator.comparing(point -> point.spend().amount()))
        .map(
            highest -> {
              String at = highest.at().toString();
              var source =
                  scope.source(
                      "Q3",
                      Map.of("bucket", series.bucket().wireName(), "at", at),
                      highest.requests(),
                      call);
              return List.of(
                  book.add(HIGHEST, new Quantity.Money(highest.spend().amount()), source),
                  book.add(
                      HIGHEST_AT,
                      new Quantity.Text(series.bucket() == Bucket.HOUR ? at : at.substring(0, 10)),
                      source));
            })
        .orElse(List.of());
  }
}
