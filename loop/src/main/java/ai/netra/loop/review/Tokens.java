package ai.netra.loop.review;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tokens of code in any of the usual languages, without comments and imports. */
final class Tokens {

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<skip>//[^\\n]*|(?s:/\\*.*?\\*/)|(?m:^\\s*#[^\\n]*)|(?m:^\\s*(?:import|package|from)\\b[^\\n]*)|@\\w+)"
              + "|(?s:\"\"\".*?\"\"\")|\"(?:[^\"\\\\\\n]|\\\\.)*+\"|'(?:[^'\\\\\\n]|\\\\.)*+'"
              + "|[A-Za-z_$][\\w$]*|[0-9][\\w.]*|\\S");

  private Tokens() {}

  /** A token and its line. */
  record Token(String text, int line) {}

  static List<Token> of(String code) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(code);
    int line = 1;
    int counted = 0;
    while (matcher.find()) {
      for (; counted < matcher.start(); counted++) {
        line += code.charAt(counted) == '\n' ? 1 : 0;
      }
      if (matcher.group("skip") == null) {
        tokens.add(new Token(matcher.group(), line));
      }
    }
    return tokens;
  }
}
