package ai.netra.bench;

import java.util.Arrays;

/** Measured values of one kind, in one unit; percentiles are nearest rank. */
final class Samples {

  private final double[] sorted;

  private Samples(double[] sorted) {
    this.sorted = sorted;
  }

  static Samples of(double[] values) {
    double[] copy = values.clone();
    Arrays.sort(copy);
    return new Samples(copy);
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
}
