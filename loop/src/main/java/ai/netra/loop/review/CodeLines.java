package ai.netra.loop.review;

import com.github.javaparser.JavaToken;
import com.github.javaparser.ast.CompilationUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The code of a text line by line, without comments and with empty string literals. */
final class CodeLines {

  private static final Pattern STRING =
      Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"|'(?:[^'\\\\]|\\\\.)*+'");
  private static final Pattern COMMENT =
      Pattern.compile("(^|\\s)(//|#).*|^\\s*(\\*|/\\*|<!--|--).*");

  private CodeLines() {}

  /** By number of the line, from 1; lines without code are absent. */
  static Map<Integer, String> of(String text, Optional<CompilationUnit> unit) {
    return unit.flatMap(CompilationUnit::getTokenRange).isPresent()
        ? ofTokens(unit.get())
        : ofText(text);
  }

  private static Map<Integer, String> ofText(String text) {
    Map<Integer, String> code = new TreeMap<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      String plain = COMMENT.matcher(STRING.matcher(line).replaceAll("\"\"")).replaceAll("");
      if (!plain.isBlank()) {
        code.put(number, plain.strip());
      }
    }
    return code;
  }

  private static Map<Integer, String> ofTokens(CompilationUnit unit) {
    Map<Integer, StringBuilder> lines = new TreeMap<>();
    for (JavaToken token : unit.getTokenRange().orElseThrow()) {
      if (!token.getCategory().isComment() && !token.getCategory().isEndOfLine()) {
        int line = token.getRange().map(range -> range.begin.line).orElse(1);
        lines.computeIfAbsent(line, _ -> new StringBuilder()).append(shown(token));
      }
    }
    Map<Integer, String> code = new TreeMap<>();
    lines.forEach((number, text) -> code.put(number, text.toString().strip()));
    code.values().removeIf(String::isEmpty);
    return code;
  }

  private static String shown(JavaToken token) {
    return token.getText().startsWith("\"") ? "\"\"" : token.getText();
  }
}
