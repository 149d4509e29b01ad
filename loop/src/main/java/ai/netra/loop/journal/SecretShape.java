package ai.netra.loop.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A shape by which a secret is known without being declared. The group {@code value} of the pattern
 * is what is taken out; where none of the hints occurs in a text, in lower case, the pattern cannot
 * match, and is not tried.
 */
record SecretShape(Pattern pattern, List<String> hints) {

  private static final List<SecretShape> SHAPES =
      List.of(
          shape("(?<value>eyJ[A-Za-z0-9_-]{8,}(?:\\.[A-Za-z0-9_-]*){0,4})", "eyj"),
          shape("\\bjwt\\.(?<value>[A-Za-z0-9_-]{8,})", "jwt."),
          shape(
              "(?<value>-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[\\s\\S]*?"
                  + "(?:-----END [A-Z ]{0,40}PRIVATE KEY-----|\\z))",
              "private key"),
          shape("://[^\\s/@:\"]{0,200}:(?<value>[^\\s/@\"]{1,200})@", "://"),
          shape(
              "(?i)\\b(?:bearer|basic)\\s+(?<value>(?=\\S*\\d)[A-Za-z0-9._~+/=-]{12,})",
              "bearer",
              "basic"),
          shape(
              "(?im)^(?:proxy-authorization|authorization|set-cookie|cookie)[ \\t]*:(?<value>.+)$",
              "authorization",
              "cookie"),
          shape("(?i)(?:^|[?&;\\s])code=(?<value>[^&;\\s\"#\\[]+)", "code="));

  /** Shorter texts hold none of the shapes. */
  private static final int SHORTEST = 8;

  private static SecretShape shape(String pattern, String... hints) {
    return new SecretShape(Pattern.compile(pattern), List.of(hints));
  }

  /** Credentials, keys and the values of members and parameters that are named for a secret. */
  static List<Span> inText(String text) {
    if (text.length() < SHORTEST || isPlainWord(text)) {
      return List.of();
    }
    String lower = lower(text);
    List<Span> spans = new ArrayList<>();
    for (SecretShape shape : SHAPES) {
      if (shape.canOccurIn(lower)) {
        shape.addTo(spans, text);
      }
    }
    NamedSecrets.add(text, lower, spans);
    return spans;
  }

  /** In lower case with every character in its place: few letters have longer small ones. */
  private static String lower(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.length() == text.length()) {
      return lower;
    }
    StringBuilder same = new StringBuilder(text.length());
    text.chars().forEach(c -> same.append((char) Character.toLowerCase(c)));
    return same.toString();
  }

  private static boolean isPlainWord(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '_') {
        return false;
      }
    }
    return true;
  }

  private boolean canOccurIn(String lower) {
    return hints.stream().anyMatch(lower::contains);
  }

  private void addTo(List<Span> spans, String text) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      spans.add(new Span(matcher.start("value"), matcher.end("value")));
    }
  }
}
