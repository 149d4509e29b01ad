package ai.netra.backend.usage;

/** Reads whole numbers of plain digits; every row has several, so no pattern is compiled in. */
final class Digits {

  /** What is no such number. */
  static final long NONE = -1;

  private static final int MOST = 18;

  private Digits() {}

  /** The number, or {@link #NONE} for a sign, another character, or over 18 digits. */
  static long read(String text) {
    if (text.isEmpty() || text.length() > MOST) {
      return NONE;
    }
    long number = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return NONE;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
