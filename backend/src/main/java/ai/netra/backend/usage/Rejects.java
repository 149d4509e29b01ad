package ai.netra.backend.usage;

import ai.netra.contract.usage.RowError;
import java.util.ArrayList;
import java.util.List;

/** The bad rows of one file: all are counted, the first 10 000 are kept to read. One thread. */
final class Rejects {

  private static final int MOST_KEPT = 10_000;

  private final List<RowError> kept = new ArrayList<>();
  private long count;

  void add(RowRules.Rejected bad) {
    count++;
    if (kept.size() < MOST_KEPT) {
      kept.add(new RowError(bad.line(), bad.field(), bad.rule(), bad.received()));
    }
  }

  long count() {
    return count;
  }

  List<RowError> kept() {
    return List.copyOf(kept);
  }

  /**
   * Refuses a file that is bad for the most part.
   *
   * @param accepted how many rows were good
   * @throws BadFile when more rows are bad than good
   */
  void checkAgainst(long accepted) throws BadFile {
    if (count <= accepted) {
      return;
    }
    RowError first = kept.getFirst();
    String message =
        "rows: at most half of them bad, got %d of %d, the first on line %d: %s: %s"
            .formatted(count, count + accepted, first.line(), first.field(), first.rule());
    throw new BadFile(message, null, kept, count);
  }
}
