package ai.netra.loop.source;

import ai.netra.loop.workspace.Globs;
import ai.netra.loop.workspace.Hashes;
import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.ast.CompilationUnit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads and parses the files of a suite. */
final class SourceReader {

  private final JavaParser parser =
      new JavaParser(new ParserConfiguration().setLanguageLevel(LanguageLevel.JAVA_25));

  private static final Pattern WILDCARD = Pattern.compile("[*?\\[{\\\\]");

  private final Path root;
  private final Globs globs;
  private final List<Path> folders;

  SourceReader(Path root, List<String> globs) {
    this.root = root;
    this.globs = new Globs(globs);
    this.folders = globs.stream().map(pattern -> folder(root, pattern)).toList();
  }

  /**
   * All files that the patterns name, sorted by path.
   *
   * @throws SourceFailure when one cannot be read or is no Java
   */
  List<SourceFile> read() {
    return each(this::read);
  }

  /** The same files with their hashes alone. */
  List<SourceFile> listed() {
    return each((path, content) -> new SourceFile(path, Hashes.sha256(content), null));
  }

  private List<SourceFile> each(BiFunction<String, byte[], SourceFile> reader) {
    List<SourceFile> files = new ArrayList<>();
    try {
      for (Path path : paths()) {
        files.add(reader.apply(relative(path), Files.readAllBytes(path)));
      }
    } catch (IOException e) {
      throw new SourceFailure("the sources in " + root + " cannot be read: " + e.getMessage(), e);
    }
    return files;
  }

  private Set<Path> paths() throws IOException {
    Set<Path> paths = new TreeSet<>();
    for (Path folder : folders) {
      if (Files.exists(folder)) {
        try (Stream<Path> below = Files.walk(folder)) {
          below
              .filter(path -> Files.isRegularFile(path) && globs.matches(relative(path)))
              .forEach(paths::add);
        }
      }
    }
    return paths;
  }

  private String relative(Path path) {
    return root.relativize(path).toString().replace('\\', '/');
  }

  /** The folder of a pattern before its first wildcard: only there can its files lie. */
  private static Path folder(Path root, String pattern) {
    Path folder = root;
    for (String segment : pattern.split("/", -1)) {
      if (WILDCARD.matcher(segment).find()) {
        return folder;
      }
      folder = folder.resolve(segment);
    }
    return folder;
  }

  /** One file from its content. */
  SourceFile read(String path, byte[] content) {
    CompilationUnit unit =
        path.endsWith(".java") ? parse(path, new String(content, StandardCharsets.UTF_8)) : null;
    return new SourceFile(path, Hashes.sha256(content), unit);
  }

  private CompilationUnit parse(String path, String content) {
    ParseResult<CompilationUnit> result = parser.parse(content);
    if (!result.isSuccessful()) {
      throw new SourceFailure(path + " is no Java: " + result.getProblem(0).getVerboseMessage());
    }
    return result.getResult().orElseThrow();
  }
}
