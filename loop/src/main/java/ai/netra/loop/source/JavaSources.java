package ai.netra.loop.source;

import ai.netra.loop.record.Smells;
import ai.netra.loop.workspace.Hashes;
import com.github.javaparser.ast.Node;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The Java sources of a suite. Safe for use by many threads: what remembers answers is locked. */
public final class JavaSources implements TestSources {

  private final TypeIndex types;
  private final Closures closures;

  private final Calls calls;
  private final CheckReach checks;
  private final String catalogue;

  private JavaSources(List<SourceFile> files, List<String> assertions) {
    this.types = new TypeIndex(files);
    this.closures = new Closures(files, types);
    this.calls = new Calls(types);
    this.checks = new CheckReach(calls, new Checks(assertions));
    this.catalogue = Catalogue.of(assertions);
  }

  /**
   * Reads all files that the patterns name.
   *
   * @param root the checkout
   * @param globs {@code suites.<s>.paths}
   * @param assertions {@code suites.<s>.assertions}: the suite's own checks
   * @param probe the probe's jar, which carries the sources of the canaries
   * @throws SourceFailure when a file cannot be read or parsed
   */
  public static JavaSources read(
      Path root, List<String> globs, List<String> assertions, Path probe) {
    SourceReader reader = new SourceReader(root, globs);
    List<SourceFile> files = new ArrayList<>(reader.read());
    files.addAll(CanarySources.read(probe, reader));
    return of(files, assertions);
  }

  /** The rules that give a wrong answer about the seeds that they carry; none where all serve. */
  public static List<String> rulesThatAreWrong() {
    return RuleSelfTest.wrong();
  }

  /**
   * The checks in a piece of code, in order: calls of assertion libraries, {@code assert} and
   * thrown assertion errors.
   *
   * @param assertions {@code suites.<s>.assertions}: the suite's own checks
   */
  public static List<Node> checks(Node code, List<String> assertions) {
    return new Checks(assertions).in(code);
  }

  /**
   * SHA-256 over all files that the patterns name, whatever their language; they are not parsed.
   *
   * @throws SourceFailure when a file cannot be read
   */
  public static String hash(Path root, List<String> globs) {
    return hash(new SourceReader(root, globs).listed());
  }

  static JavaSources of(List<SourceFile> files, List<String> assertions) {
    return new JavaSources(List.copyOf(files), assertions);
  }

  @Override
  public Place place(String type, String method) {
    Code code = code(type, method);
    return new Place(code.type().file().path(), code.line(), closures.hash(declared(type).file()));
  }

  @Override
  public synchronized List<Smells.Finding> smells(String type, String method) {
    return SmellRules.look(
        TestCode.of(code(type, method), closures.reach(declared(type).file()), calls, checks));
  }

  /** The test method, which a class may inherit. */
  private Code code(String type, String method) {
    return types.lineage(declared(type)).stream()
        .flatMap(t -> t.methods(method).stream().map(m -> new Code(t, m)))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no method " + method + " in " + type));
  }

  private DeclaredType declared(String type) {
    return types
        .byBinaryName(type)
        .orElseThrow(
            () -> new IllegalArgumentException("no file of the suite's paths declares " + type));
  }

  @Override
  public String catalogue() {
    return catalogue;
  }

  private static String hash(List<SourceFile> files) {
    String listing =
        files.stream().map(f -> f.path() + " " + f.sha256()).collect(Collectors.joining("\n"));
    return Hashes.sha256(listing.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public boolean declares(String type) {
    return types.byBinaryName(type).isPresent();
  }
}
