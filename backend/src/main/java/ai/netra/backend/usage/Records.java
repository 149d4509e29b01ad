package ai.netra.backend.usage;

import ai.netra.backend.service.Fields;
import ai.netra.contract.list.Page;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows as they are stored, in the order of time, by pages. */
final class Records {

  private static final int MOST = 1_000;
  private static final int USUAL = 100;

  private Records() {}

  /** Which page: after the row of this instant and identity, and how long. */
  record Place(long at, long high, long low, int limit) {

    /** Reads {@code limit} and {@code page_token} of a request; the caller checks the fields. */
    static Place of(Fields fields) {
      int limit = (int) fields.integer("limit", 1, MOST, USUAL);
      long[] after = KeyToken.read(fields, Long.MIN_VALUE, 0, 0);
      return new Place(after[0], after[1], after[2], limit);
    }
  }

  static Page<Map<String, @Nullable Object>> page(UsageQueries queries, Rows rows, Place place)
      throws InterruptedException {
    List<UsageRow> found =
        queries.records(
            rows, new long[] {place.at(), place.high(), place.low()}, place.limit() + 1);
    return Page.of(
            found, place.limit(), (UsageRow row) -> KeyToken.of(row.at(), row.high(), row.low()))
        .map(UsageRow::fields);
  }
}
