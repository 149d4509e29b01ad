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

  private static final List<String> STEMS =
      List.of(
          "password",
          "passwd",
          "secret",
          "token",
          "apikey",
          "api_key",
          "api-key",
          "privatekey",
          "private_key",
          "authorization",
          "cookie",
          "code_verifier",
          "ticket",
          "jwt");

  private static final String NAME =
      "(?:[a-z0-9_.-]{0,40}(?:password|passwd|secret|token|api_?-?key|private_?key|authorization"
          + "|cookie)|code_verifier|ticket|jwt)";

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
          shape("(?i)(?:^|[?&;\\s])code=(?<value>[^&;\\s\"#\\[]+)", "code="),
          new SecretShape(
              Pattern.compile("(?i)(?:^|[?&;\\s])" + NAME + "=(?<value>[^&;\\s\"#\\[]+)"), STEMS));

  /** A member whose value is taken out; by hand from there on, see {@link #addMembers}. */
  private static final SecretShape MEMBER =
      new SecretShape(Pattern.compile("(?i)\"" + NAME + "\"\\s*:\\s*(?<value>\")"), STEMS);

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
    String lower = text.toLowerCase(Locale.ROOT);
    List<Span> spans = new ArrayList<>();
    for (SecretShape shape : SHAPES) {
      if (shape.canOccurIn(lower)) {
        shape.addTo(spans, text);
      }
    }
    if (MEMBER.canOccurIn(lower)) {
      addMembers(text, spans);
    }
    return spans;
  }

  private static boolean isPlainWord(String text) {
    return text.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_');
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

  /** By hand from the opening quote on: a pattern for escaped strings recurses on long ones. */
  private static void addMembers(String text, List<Span> spans) {
    Matcher member = MEMBER.pattern.matcher(text);
    while (member.find()) {
      int end = endOfString(text, member.end());
      if (end > member.end()) {
        spans.add(new Span(member.end(), end));
      }
    }
  }

  private static int endOfString(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(at, text.length());
  }
}
