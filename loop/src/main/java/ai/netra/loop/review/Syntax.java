package ai.netra.loop.review;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import java.util.Optional;

/** Parses Java. */
final class Syntax {

  private Syntax() {}

  /** What a text parses to; empty where it is no Java. */
  static Optional<CompilationUnit> parse(String text) {
    ParserConfiguration java = new ParserConfiguration().setLanguageLevel(LanguageLevel.JAVA_25);
    ParseResult<CompilationUnit> result = new JavaParser(java).parse(text);
    return result.isSuccessful() ? result.getResult() : Optional.empty();
  }

  static int line(Node node) {
    return node.getBegin().map(position -> position.line).orElse(1);
  }

  static int lastLine(Node node) {
    return node.getEnd().map(position -> position.line).orElse(1);
  }

  /** A node without comments, in one way of writing. */
  static String plain(Node node) {
    Node copy = node.clone();
    copy.getAllContainedComments().forEach(comment -> comment.remove());
    copy.removeComment();
    return copy.toString();
  }
}
