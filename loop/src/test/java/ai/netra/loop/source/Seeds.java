package ai.netra.loop.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Sources in a folder of the test resources, read as a suite. */
final class Seeds {

  private static final Path ROOT = Path.of("src/test/resources/ai/netra/loop/source");

  private final List<SourceFile> files;
  private final JavaSources sources;

  private Seeds(List<SourceFile> files, JavaSources sources) {
    this.files = files;
    this.sources = sources;
  }

  /** Reads folders below {@code source/}, together. */
  static Seeds of(String... globs) {
    List<SourceFile> files = new SourceReader(ROOT, List.of(globs)).read();
    return new Seeds(files, JavaSources.of(files, List.of()));
  }

  JavaSources sources() {
    return sources;
  }

  /** A test method of the seeds. */
  record Seed(String type, String method) {

    @Override
    public String toString() {
      return type.substring(type.lastIndexOf('.') + 1) + "#" + method;
    }
  }

  /** All test methods in files below a folder. */
  List<Seed> tests(String folder) {
    return testsIn(files, folder);
  }

  static List<Seed> testsIn(List<SourceFile> files, String folder) {
    List<Seed> tests = new ArrayList<>();
    for (DeclaredType type : new TypeIndex(files).all()) {
      if (type.file().path().startsWith(folder)) {
        type.declaration().getMethods().stream()
            .filter(
                m -> m.isAnnotationPresent("Test") || m.isAnnotationPresent("ParameterizedTest"))
            .forEach(m -> tests.add(new Seed(type.binaryName(), m.getNameAsString())));
      }
    }
    return tests;
  }
}
