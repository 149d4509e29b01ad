package ai.netra.backend.usage;

import java.util.Arrays;

/** Whether rows came in the order of segments: by instant, then by id. One thread. */
final class RowOrder {

  private boolean kept = true;
  private long at = Long.MIN_VALUE;
  private byte[] id = CleanRow.NO_TEXT;

  void next(CleanRow row) {
    long instant = row.number(Column.TIMESTAMP);
    byte[] nextId = row.text(Column.REQUEST_ID);
    kept &= instant > at || (instant == at && isBefore(nextId));
    at = instant;
    id = nextId;
  }

  boolean isKept() {
    return kept;
  }

  private boolean isBefore(byte[] nextId) {
    return id.length > 0 && nextId.length > 0 && Arrays.compareUnsigned(id, nextId) < 0;
  }
}
