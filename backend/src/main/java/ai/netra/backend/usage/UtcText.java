package ai.netra.backend.usage;

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

  /** Epoch milliseconds, or {@link #NONE}; days that some months lack are left to others. */
  static long read(String text) {
    int length = text.length();
    if ((length != SECONDS && length != MILLIS) || !isShaped(text)) {
      return NONE;
    }
    int year = number(text, 0, 4);
    int month = number(text, 5, 7);
    int day = number(text, 8, 10);
    int hour = number(text, 11, 13);
    int minute = number(text, 14, 16);
    int second = number(text, 17, 19);
    int millis = length == MILLIS ? number(text, 20, 23) : 0;
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

  private static boolean isShaped(String text) {
    return text.charAt(4) == '-'
        && text.charAt(7) == '-'
        && text.charAt(10) == 'T'
        && text.charAt(13) == ':'
        && text.charAt(16) == ':'
        && text.charAt(text.length() - 1) == 'Z'
        && (text.length() == SECONDS || text.charAt(19) == '.');
  }

  private static boolean isIn(int number, int from, int to) {
    return number >= from && number <= to;
  }

  /** The number of these digits, or -1 where one is none. */
  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
