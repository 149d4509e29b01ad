package ai.netra.backend.usage;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * Reads instants as most files write them, {@code 2026-01-05T10:00:00Z} with or without
 * milliseconds, by their digits alone: the general parser takes longer than all else of a row.
 */
final class UtcText {

  /** What is no such text; the general parser decides about it. */
  static final long NONE = Long.MIN_VALUE;

  private static final int SECONDS = "2026-01-05T10:00:00Z".length();
  private static final int MILLIS = "2026-01-05T10:00:00.000Z".length();
  private static final int IN_EVERY_MONTH = 28;

  private UtcText() {}

  static long read(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return read(bytes, 0, bytes.length);
  }

  /** Epoch milliseconds, or {@link #NONE}; days that some months lack are left to others. */
  static long read(byte[] text, int from, int to) {
    int length = to - from;
    if ((length != SECONDS && length != MILLIS) || !isShaped(text, from, length)) {
      return NONE;
    }
    int year = number(text, from, 4);
    int month = number(text, from + 5, 2);
    int day = number(text, from + 8, 2);
    int hour = number(text, from + 11, 2);
    int minute = number(text, from + 14, 2);
    int second = number(text, from + 17, 2);
    int millis = length == MILLIS ? number(text, from + 20, 3) : 0;
    boolean known =
        year >= 1
            && isIn(month, 1, 12)
            && isIn(day, 1, IN_EVERY_MONTH)
            && isIn(hour, 0, 23)
            && isIn(minute, 0, 59)
            && isIn(second, 0, 59)
            && millis >= 0;
    if (!known) {
      return NONE;
    }
    long seconds = hour * 3_600L + minute * 60L + second;
    return (LocalDate.of(year, month, day).toEpochDay() * 86_400 + seconds) * 1_000 + millis;
  }

  private static boolean isShaped(byte[] text, int from, int length) {
    return text[from + 4] == '-'
        && text[from + 7] == '-'
        && text[from + 10] == 'T'
        && text[from + 13] == ':'
        && text[from + 16] == ':'
        && text[from + length - 1] == 'Z'
        && (length == SECONDS || text[from + 19] == '.');
  }

  private static boolean isIn(int number, int from, int to) {
    return number >= from && number <= to;
  }

  /** The number of these digits, or -1 where one is none. */
  private static int number(byte[] text, int from, int digits) {
    int number = 0;
    for (int i = from; i < from + digits; i++) {
      int digit = text[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
