package ai.netra.loop.source;

import com.github.javaparser.ast.CompilationUnit;
import org.jspecify.annotations.Nullable;

/**
 * A file of a suite.
 *
 * @param path relative to the checkout, with slashes
 * @param sha256 the hash of its content
 * @param unit what it parses to; null where it is not Java
 */
record SourceFile(String path, String sha256, @Nullable CompilationUnit unit) {

  /** What a Java file parses to. */
  CompilationUnit parsed() {
    if (unit == null) {
      throw new IllegalStateException("only Java is parsed, not " + path);
    }
    return unit;
  }

  String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
