package ai.netra.loop.review;

import ai.netra.loop.review.FileDiff.Kind;
import com.github.javaparser.ast.CompilationUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A file that a change touches, as it was before, as it is now, and as it is on the base. */
final class ChangedFile {

  private static final Pattern CODE =
      Pattern.compile(".*\\.(java|kt|kts|groovy|scala|[cm]?[jt]sx?|py|go|rb|rs|sql|sh|gradle)");
  private static final Pattern CONFIGURATION =
      Pattern.compile(
          "(.*/)?(.*\\.(ya?ml|properties|json|toml|ini|conf|env|xml)|Dockerfile|\\.env.*)");

  private final FileDiff diff;
  private final Role role;
  private final String before;
  private final String after;
  private final Optional<String> base;
  private final Lazy<Optional<CompilationUnit>> unitBefore;
  private final Lazy<Optional<CompilationUnit>> unitAfter;
  private final Lazy<Optional<CompilationUnit>> unitBase;
  private final Lazy<Map<Integer, String>> code;

  ChangedFile(FileDiff diff, Role role, Texts texts) {
    this.diff = diff;
    this.role = role;
    this.before = texts.before();
    this.after = texts.after();
    this.base = texts.base();
    this.unitBefore = new Lazy<>(() -> parsed(before));
    this.unitAfter = new Lazy<>(() -> parsed(after));
    this.unitBase = new Lazy<>(() -> base.flatMap(this::parsed));
    this.code = new Lazy<>(() -> CodeLines.of(after, unitAfter()));
  }

  /**
   * The three texts of a file.
   *
   * @param before empty for a new file, {@code after} for one that is gone
   * @param base absent where the base has none
   */
  record Texts(String before, String after, Optional<String> base) {}

  private Optional<CompilationUnit> parsed(String text) {
    return isJava() ? Syntax.parse(text) : Optional.empty();
  }

  FileDiff diff() {
    return diff;
  }

  String path() {
    return diff.path();
  }

  Role role() {
    return role;
  }

  boolean isProduct() {
    return role == Role.PRODUCT;
  }

  boolean isOfTests() {
    return role == Role.TEST || role == Role.SUPPORT;
  }

  boolean isJava() {
    return path().endsWith(".java");
  }

  boolean isCode() {
    return CODE.matcher(path()).matches();
  }

  boolean isConfiguration() {
    return CONFIGURATION.matcher(path()).matches();
  }

  boolean isNew() {
    return diff.kind() == Kind.ADDED;
  }

  boolean isGone() {
    return diff.kind() == Kind.REMOVED;
  }

  /** Whether the candidate has the file exactly as the base has it, or neither has it. */
  boolean isAsOnBase() {
    return isGone() ? base.isEmpty() : base.filter(after::equals).isPresent();
  }

  String before() {
    return before;
  }

  String after() {
    return after;
  }

  /** The text on the base; empty text where the base has no such file. */
  String base() {
    return base.orElse("");
  }

  /** What the text before parses to; empty where it is no Java. */
  Optional<CompilationUnit> unitBefore() {
    return unitBefore.get();
  }

  Optional<CompilationUnit> unitAfter() {
    return unitAfter.get();
  }

  Optional<CompilationUnit> unitBase() {
    return unitBase.get();
  }

  /** The candidate's code by line, without comments and the insides of strings. */
  Map<Integer, String> code() {
    return code.get();
  }

  List<Line> added() {
    return diff.added();
  }

  List<Line> removed() {
    return diff.removed();
  }
}
