package ai.netra.loop.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The shapes by which a secret is known without being declared. Pure functions over texts. */
final class SecretShape {

  private static final String NAMES =
      "(?:[a-z0-9_.-]*(?:password|passwd|secret|token|api_?-?key|private_?key|authorization"
          + "|cookie)|code_verifier|ticket|jwt)";

  /** What a group named {@code value} holds is taken out, the rest of the match stays. */
  private static final List<Pattern> SHAPES =
      List.of(
          Pattern.compile("(?<value>eyJ[A-Za-z0-9_-]{8,}(?:\\.[A-Za-z0-9_-]*){0,4})"),
          Pattern.compile("\\bjwt\\.(?<value>[A-Za-z0-9_-]{8,})"),
          Pattern.compile(
              "(?<value>-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[\\s\\S]*?"
                  + "(?:-----END [A-Z ]{0,40}PRIVATE KEY-----|\\z))"),
          Pattern.compile("://[^\\s/@:\"]{0,200}:(?<value>[^\\s/@\"]{1,200})@"),
          Pattern.compile(
              "(?i)\\b(?:bearer|basic)\\s+(?<value>(?=\\S*\\d)[A-Za-z0-9._~+/=-]{12,})"),
          Pattern.compile(
              "(?im)^(?:proxy-authorization|authorization|set-cookie|cookie)[ \\t]*:(?<value>.+)$"),
          Pattern.compile("(?i)(?:^|[?&;\\s])(?:code|" + NAMES + ")=(?<value>[^&;\\s\"#\\[]+)"));

  private static final Pattern MEMBER = Pattern.compile("(?i)\"" + NAMES + "\"\\s*:\\s*\"");

  private static final Pattern LONG_WORD = Pattern.compile("[A-Za-z0-9_+-]{32,}");

  /** Shorter texts hold none of the shapes. */
  private static final int SHORTEST = 8;

  /** Of 32 random characters, fewer are digits once in some ten cases, in longer ones hardly. */
  private static final int LEAST_DIGITS = 3;

  /** Random letters change their case some ten times in 32 characters, words and ids hardly. */
  private static final int LEAST_CASE_CHANGES = 5;

  private SecretShape() {}

  /** Credentials, keys and the values of members and parameters that are named for a secret. */
  static List<Span> inText(String text) {
    if (text.length() < SHORTEST || isPlainWord(text)) {
      return List.of();
    }
    List<Span> spans = new ArrayList<>();
    for (Pattern shape : SHAPES) {
      Matcher matcher = shape.matcher(text);
      while (matcher.find()) {
        spans.add(new Span(matcher.start("value"), matcher.end("value")));
      }
    }
    addMembers(text, spans);
    return spans;
  }

  /** Long words of mixed case and digits: keys, opaque tokens; hashes and ids are not mixed. */
  static List<Span> randomIn(String text) {
    List<Span> spans = new ArrayList<>();
    Matcher words = LONG_WORD.matcher(text);
    while (words.find()) {
      if (isRandom(words.group())) {
        spans.add(new Span(words.start(), words.end()));
      }
    }
    return spans;
  }

  private static boolean isRandom(String word) {
    int caseChanges = 0;
    for (int at = 1; at < word.length(); at++) {
      boolean fromLower = Character.isLowerCase(word.charAt(at - 1));
      boolean fromUpper = Character.isUpperCase(word.charAt(at - 1));
      char to = word.charAt(at);
      if ((fromLower && Character.isUpperCase(to)) || (fromUpper && Character.isLowerCase(to))) {
        caseChanges++;
      }
    }
    return caseChanges >= LEAST_CASE_CHANGES
        && word.chars().filter(Character::isDigit).count() >= LEAST_DIGITS;
  }

  private static boolean isPlainWord(String text) {
    return text.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_');
  }

  /** By hand from the opening quote on: a pattern for escaped strings recurses on long ones. */
  private static void addMembers(String text, List<Span> spans) {
    Matcher member = MEMBER.matcher(text);
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
