package ai.netra.loop.report;

import java.util.Arrays;
import java.util.List;

/** Percentiles by nearest rank: each is a sample that was seen. */
final class Percentiles {

  private static final int HUNDRED = 100;

  private final long[] sorted;

  /** Takes at least one sample. */
  Percentiles(List<Long> samples) {
    if (samples.isEmpty()) {
      throw new IllegalArgumentException("percentiles: at least one sample is required, got none");
    }
    this.sorted = samples.stream().mapToLong(Long::longValue).sorted().toArray();
  }

  int count() {
    return sorted.length;
  }

  /** The smallest sample that at least so many percent of all do not exceed. */
  long at(int percent) {
    if (percent < 1 || percent > HUNDRED) {
      throw new IllegalArgumentException("percentile: 1 to 100 is required, got " + percent);
    }
    int rank = Math.ceilDiv(Math.multiplyExact(percent, sorted.length), HUNDRED);
    return sorted[rank - 1];
  }

  @Override
  public String toString() {
    return Arrays.toString(sorted);
  }
}
