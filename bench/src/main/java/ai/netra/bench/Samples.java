package ai.netra.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measured values of one kind, in one unit, at least one; percentiles are nearest rank. */
final class Samples {

  private final double[] sorted;

  private Samples(double[] sorted) {
    this.sorted = sorted;
  }

  static Samples of(double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("samples: at least one is required, got none");
    }
    double[] copy = values.clone();
    Arrays.sort(copy);
    return new Samples(copy);
  }

  static Samples of(List<Double> values) {
    return of(values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  int n() {
    return sorted.length;
  }

  /** The ⌈p·n⌉-th smallest value. */
  double percentile(double p) {
    return sorted[Math.max(0, (int) Math.ceil(p * sorted.length) - 1)];
  }

  double median() {
    return percentile(0.5);
  }

  Map<String, Object> json() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("n", n());
    members.put("min", sorted[0]);
    members.put("p50", median());
    members.put("p95", percentile(0.95));
    members.put("p99", percentile(0.99));
    members.put("max", sorted[sorted.length - 1]);
    return members;
  }
}
