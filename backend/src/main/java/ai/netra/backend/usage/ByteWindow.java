package ai.netra.backend.usage;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The bytes of a file around its current record: places count from the record's begin, so a record
 * is found whole in one array however it lay in what was read. One thread.
 */
final class ByteWindow {

  /** What a record may have of bytes. */
  static final int MOST_BYTES = 1 << 20;

  static final int END = -1;

  private static final int FIRST_BYTES = 1 << 14;
  private static final int ROOM_BYTES = 1 << 16;

  private final InputStream stream;
  private byte[] buffer = new byte[FIRST_BYTES];
  private int begin;
  private int filled;
  private boolean overlong;

  ByteWindow(InputStream stream) throws IOException {
    this.stream = stream;
    if (at(0) == 0xEF && at(1) == 0xBB && at(2) == 0xBF) {
      begin(3); // the byte order mark
    }
  }

  /** Begins a record at a place of the current one. */
  void begin(int place) {
    begin += place;
    overlong = false;
  }

  /** The byte at a place, from 0 to 255, or {@link #END}. */
  int at(int place) throws IOException {
    while (begin + place >= filled) {
      if (!more()) {
        return END;
      }
    }
    return buffer[begin + place] & 0xFF;
  }

  /** The array that holds the record, valid until more is read. */
  byte[] bytes() {
    return buffer;
  }

  /** Where in the array the record begins. */
  int origin() {
    return begin;
  }

  /** How many bytes of the record are in the array. */
  int size() {
    return filled - begin;
  }

  /** Whether the record has more bytes than it may, so that some of them were dropped. */
  boolean isOverlong() {
    return overlong;
  }

  /**
   * The place to go on from when all bytes up to it were looked at: the same, or 0 after an
   * overlong record's bytes were dropped.
   */
  int reached(int place) {
    if (place <= MOST_BYTES) {
      return place;
    }
    overlong = true;
    begin += place;
    return 0;
  }

  /** Reads on, keeping the record. */
  private boolean more() throws IOException {
    if (begin > 0) {
      System.arraycopy(buffer, begin, buffer, 0, filled - begin);
      filled -= begin;
      begin = 0;
    }
    if (filled == buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.min(2 * buffer.length, MOST_BYTES + 2 * ROOM_BYTES));
    }
    int read = stream.read(buffer, filled, Math.min(buffer.length - filled, ROOM_BYTES));
    filled += Math.max(0, read);
    return read >= 0;
  }
}
