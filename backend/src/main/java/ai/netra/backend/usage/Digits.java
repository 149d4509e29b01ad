package ai.netra.backend.usage;

import java.nio.charset.StandardCharsets;

/** Reads whole numbers of plain digits; every row has several, so no pattern is compiled in. */
final class Digits {

  /** What is no such number. */
  static final long NONE = -1;

  private static final int MOST = 18;

  private Digits() {}

  /** The number, or {@link #NONE} for a sign, another character, or over 18 digits. */
  static long read(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return read(bytes, 0, bytes.length);
  }

  /** The same of a part of a file. */
  static long read(byte[] text, int from, int to) {
    if (from == to || to - from > MOST) {
      return NONE;
    }
    long number = 0;
    for (int i = from; i < to; i++) {
      int digit = text[i] - '0';
      if (digit < 0 || digit > 9) {
        return NONE;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
