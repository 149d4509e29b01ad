package ai.netra.loop.journal;

import java.util.List;

/**
 * Members and parameters that are named for a secret: {@code "accessToken": "…"} and {@code
 * refresh_token=…}. By hand from the stem of the name outwards, since bodies are full of names that
 * are not: a pattern tries every quote, and recurses on long strings.
 */
final class NamedSecrets {

  private static final List<String> STEMS =
      List.of(
          "password",
          "passwd",
          "secret",
          "token",
          "apikey",
          "api_key",
          "api-key",
          "api_-key",
          "privatekey",
          "private_key",
          "authorization",
          "cookie");

  /** Names with nothing before them. */
  private static final List<String> WHOLE = List.of("code_verifier", "ticket", "jwt");

  /** So many characters may stand before a stem. */
  private static final int LONGEST_BEFORE = 40;

  private static final String BEFORE_PARAMETER = "?&;";
  private static final String BEHIND_PARAMETER = "&;\"#[";

  private final String text;
  private final String lower;
  private final List<Span> spans;

  private NamedSecrets(String text, String lower, List<Span> spans) {
    this.text = text;
    this.lower = lower;
    this.spans = spans;
  }

  /**
   * Adds where their values stand.
   *
   * @param lower the text in lower case, each character in its place
   */
  static void add(String text, String lower, List<Span> spans) {
    NamedSecrets secrets = new NamedSecrets(text, lower, spans);
    STEMS.forEach(stem -> secrets.find(stem, LONGEST_BEFORE));
    WHOLE.forEach(name -> secrets.find(name, 0));
  }

  private void find(String stem, int longestBefore) {
    for (int at = lower.indexOf(stem); at >= 0; at = lower.indexOf(stem, at + 1)) {
      int end = at + stem.length();
      if (end < text.length()) {
        addValue(start(at, longestBefore), end);
      }
    }
  }

  private int start(int stem, int longestBefore) {
    int start = stem;
    while (start > 0 && stem - start < longestBefore && isOfName(lower.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static boolean isOfName(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '-';
  }

  private void addValue(int start, int end) {
    if (text.charAt(end) == '"' && start > 0 && text.charAt(start - 1) == '"') {
      addMember(end + 1);
    }
    if (text.charAt(end) == '=' && beginsParameter(start)) {
      add(end + 1, endOfParameter(end + 1));
    }
  }

  private void addMember(int afterName) {
    int colon = afterBlanks(afterName);
    if (colon < text.length() && text.charAt(colon) == ':') {
      int quote = afterBlanks(colon + 1);
      if (quote < text.length() && text.charAt(quote) == '"') {
        add(quote + 1, endOfString(quote + 1));
      }
    }
  }

  private void add(int from, int to) {
    if (to > from) {
      spans.add(new Span(from, to));
    }
  }

  private int afterBlanks(int from) {
    int at = from;
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private int endOfString(int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(at, text.length());
  }

  private boolean beginsParameter(int start) {
    return start == 0
        || isBlank(text.charAt(start - 1))
        || BEFORE_PARAMETER.indexOf(text.charAt(start - 1)) >= 0;
  }

  private int endOfParameter(int from) {
    int at = from;
    while (at < text.length()
        && !isBlank(text.charAt(at))
        && BEHIND_PARAMETER.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }
}
