package ai.netra.contract.error;

/**
 * A field that breaks its rule: dotted path, the rule, and what was received, cut at 100
 * characters.
 */
public record Violation(String field, String rule, String received) {

  private static final int RECEIVED_CHARACTERS = 100;

  public Violation {
    received = cut(received);
  }

  /** A text cut to what an error may repeat of it, never inside a surrogate pair. */
  public static String cut(String received) {
    if (received.length() <= RECEIVED_CHARACTERS) {
      return received;
    }
    int end = Character.isHighSurrogate(received.charAt(RECEIVED_CHARACTERS - 1)) ? 99 : 100;
    return received.substring(0, end);
  }
}
