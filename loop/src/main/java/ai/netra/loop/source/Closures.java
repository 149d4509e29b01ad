package ai.netra.loop.source;

import ai.netra.loop.workspace.Hashes;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.expr.Name;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which files of a suite a file reaches: by the types that it names, by resources that a string
 * names, and by files that every test depends on. It errs towards more: a name that could mean a
 * type counts as meaning it.
 */
final class Closures {

  private static final String RUNNER_SETTINGS = "junit-platform.properties";
  private static final String SERVICES = "META-INF/services/";

  private final List<SourceFile> files;
  private final TypeIndex types;
  private final Map<String, SourceFile> byPath;
  private final Map<String, Set<String>> direct = new HashMap<>();

  Closures(List<SourceFile> files, TypeIndex types) {
    this.files = files;
    this.types = types;
    this.byPath = files.stream().collect(Collectors.toMap(SourceFile::path, file -> file));
  }

  /** SHA-256 over path and hash of each file that is reached, sorted by path. */
  String hash(SourceFile start) {
    String listing =
        reach(start).stream()
            .map(path -> path + " " + fileAt(path).sha256())
            .collect(Collectors.joining("\n"));
    return Hashes.sha256(listing.getBytes(StandardCharsets.UTF_8));
  }

  /** The paths that are reached, the file's own among them. */
  Set<String> reach(SourceFile start) {
    Set<String> reached = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(start.path()));
    open.addAll(ofEveryTest());
    while (!open.isEmpty()) {
      String path = open.pop();
      if (reached.add(path)) {
        open.addAll(direct.computeIfAbsent(path, p -> named(fileAt(p))));
      }
    }
    return reached;
  }

  private SourceFile fileAt(String path) {
    SourceFile file = byPath.get(path);
    if (file == null) {
      throw new IllegalArgumentException("no file of the suite: " + path);
    }
    return file;
  }

  private List<String> ofEveryTest() {
    return files.stream()
        .map(SourceFile::path)
        .filter(path -> path.endsWith("/" + RUNNER_SETTINGS) || path.contains(SERVICES))
        .toList();
  }

  private Set<String> named(SourceFile file) {
    CompilationUnit unit = file.unit();
    if (unit == null) {
      return Set.of();
    }
    Set<String> paths = new HashSet<>();
    namesIn(unit)
        .forEach(
            name -> types.resolve(name, file).ifPresent(type -> paths.add(type.file().path())));
    unit.findAll(StringLiteralExpr.class).forEach(text -> paths.addAll(resources(text.asString())));
    return paths;
  }

  private static Stream<String> namesIn(CompilationUnit unit) {
    return Stream.concat(
            unit.findAll(SimpleName.class).stream().map(SimpleName::getIdentifier),
            unit.findAll(Name.class).stream().map(Name::asString))
        .distinct();
  }

  private List<String> resources(String text) {
    return files.stream()
        .filter(file -> file.unit() == null && text.endsWith(file.name()))
        .map(SourceFile::path)
        .toList();
  }
}
