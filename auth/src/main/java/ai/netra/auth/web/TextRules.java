package ai.netra.auth.web;

/** What every text from outside must keep. */
public final class TextRules {

  private TextRules() {}

  /** Whether there is neither a control character nor half of a surrogate pair. */
  public static boolean clean(String text) {
    return text.codePoints()
        .noneMatch(
            point ->
                Character.isISOControl(point)
                    || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)
                    || point == 0x2028
                    || point == 0x2029);
  }

  /** The text with everything that is not clean shown as {@code ?}. */
  static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> shown.appendCodePoint(clean(Character.toString(point)) ? point : (int) '?'));
    return shown.toString();
  }
}
