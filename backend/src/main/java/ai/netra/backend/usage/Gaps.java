package ai.netra.backend.usage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts zeros where a series has no rows: over its span, or from its first row to its last. */
final class Gaps {

  /** More buckets than this are not filled. */
  static final int MOST = 10_000;

  private static final Tokens NONE = new Tokens(0, 0, 0, 0, 0);

  private Gaps() {}

  static List<Point> filled(List<Point> points, TimeSpan span, Bucket bucket) {
    if (points.isEmpty()) {
      return points;
    }
    boolean open = span.equals(TimeSpan.ALL);
    long from = open ? points.getFirst().at().toEpochMilli() : bucket.startOf(span.fromMillis());
    long last = open ? points.getLast().at().toEpochMilli() : bucket.startOf(span.toMillis() - 1);
    if ((last - from) / bucket.millis() >= MOST) {
      return points;
    }
    return merged(points, from, last, bucket.millis());
  }

  private static List<Point> merged(List<Point> points, long from, long last, long step) {
    Map<Long, Map<List<@Nullable String>, Point>> byTime = new TreeMap<>();
    Set<List<@Nullable String>> keys = new LinkedHashSet<>();
    for (Point point : points) {
      keys.add(point.key());
      byTime
          .computeIfAbsent(point.at().toEpochMilli(), _ -> new java.util.HashMap<>())
          .put(point.key(), point);
    }
    List<Point> filled = new ArrayList<>();
    for (long at = from; at <= last; at += step) {
      Map<List<@Nullable String>, Point> here = byTime.getOrDefault(at, Map.of());
      Instant instant = Instant.ofEpochMilli(at);
      for (List<@Nullable String> key : keys) {
        Point point = here.get(key);
        filled.add(point == null ? new Point(instant, key, 0, NONE, Usd.ZERO) : point);
      }
    }
    return filled;
  }
}
