package ai.netra.backend.usage;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The two hashes of a row: 128 bits of its identity, which is its id or else its content, and 64
 * bits of its content. One thread.
 */
final class RowHashes {

  private static final Column[] COLUMNS = Column.values();
  private static final byte UNIT_SEPARATOR = 0x1f;
  private static final byte[] ID = "id:".getBytes(StandardCharsets.US_ASCII);
  private static final int ID_BYTES = 16;
  private static final int MOST_DIGITS = 20;

  private final MessageDigest digest = Sha256.digest();
  private byte[] text = new byte[1 << 10];
  private int length;
  private byte[] identity = new byte[0];
  private long content;

  void read(CleanRow row) {
    length = 0;
    for (Column column : COLUMNS) {
      if (column.kind() == Kind.BIGINT) {
        append(row.number(column));
      } else {
        append(row.text(column));
      }
      text[length++] = UNIT_SEPARATOR;
    }
    byte[] whole = digested();
    content = ByteBuffer.wrap(whole, ID_BYTES, Long.BYTES).getLong();
    byte[] id = row.text(Column.REQUEST_ID);
    identity = id.length == 0 ? whole : ofId(id);
  }

  /** 32 hex digits of the row that was read last, as ASCII. */
  byte[] identity() {
    return HexFormat.of().formatHex(identity, 0, ID_BYTES).getBytes(StandardCharsets.US_ASCII);
  }

  /** Of the row that was read last. */
  long content() {
    return content;
  }

  private byte[] ofId(byte[] id) {
    length = 0;
    append(ID);
    append(id);
    return digested();
  }

  private byte[] digested() {
    digest.update(text, 0, length);
    return digest.digest();
  }

  private void append(byte[] value) {
    room(value.length);
    System.arraycopy(value, 0, text, length, value.length);
    length += value.length;
  }

  /** The digits of a number that is there. */
  private void append(long number) {
    room(MOST_DIGITS);
    if (number == CleanRow.NO_NUMBER) {
      return;
    }
    int begin = length;
    long rest = number;
    do {
      text[length++] = (byte) ('0' + rest % 10);
      rest /= 10;
    } while (rest > 0);
    for (int low = begin, high = length - 1; low < high; low++, high--) {
      byte last = text[high];
      text[high] = text[low];
      text[low] = last;
    }
  }

  private void room(int more) {
    if (length + more >= text.length) {
      text = Arrays.copyOf(text, 2 * (length + more + 1));
    }
  }
}
