package ai.netra.loop.suite;

import ai.netra.loop.source.TestSources;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The class path of a JUnit suite.
 *
 * @param entries in order, absolute; JUnit's launcher among them
 * @param roots those folders that hold classes of the suite's own sources
 * @param usesAttempt whether one of these classes uses the probe's {@code Attempt}
 */
record TestClasses(List<Path> entries, List<Path> roots, boolean usesAttempt) {

  private static final Pattern SEPARATOR = Pattern.compile("[\\n\\r" + File.pathSeparator + "]+");
  private static final String ATTEMPT = "ai/netra/probe/Attempt";
  private static final List<String> BESIDE = List.of("test-classes", "classes");
  private static final String COMMONS = "junit-platform-commons-";
  private static final String LAUNCHER = "junit-platform-launcher-";

  /**
   * Reads {@code suites.<s>.classpath}: entries separated by line breaks or colons, relative ones
   * below the tree; the folders {@code test-classes} and {@code classes} beside the file belong to
   * it, where they exist, because Maven's own list leaves them out.
   *
   * @throws SuiteFailure when the file is missing, no folder holds a class of the suite, or no
   *     launcher can be found
   */
  static TestClasses read(String suite, Path tree, String file, TestSources sources) {
    Path list = tree.resolve(file);
    try {
      List<Path> entries = withLauncher(suite, entries(tree, list));
      List<Path> roots = new ArrayList<>();
      boolean usesAttempt = false;
      for (Path entry : entries) {
        if (Files.isDirectory(entry) && holds(entry, f -> isDeclared(entry, f, sources))) {
          roots.add(entry);
          usesAttempt |= holds(entry, TestClasses::namesAttempt);
        }
      }
      if (roots.isEmpty()) {
        throw new SuiteFailure(
            "suites." + suite + ".classpath: no folder in " + list + " holds a class of its paths");
      }
      return new TestClasses(entries, List.copyOf(roots), usesAttempt);
    } catch (IOException e) {
      throw new SuiteFailure("suites." + suite + ".classpath: cannot read " + list + ": " + e, e);
    }
  }

  private static List<Path> entries(Path tree, Path list) throws IOException {
    Set<Path> entries = new LinkedHashSet<>();
    BESIDE.stream().map(list::resolveSibling).filter(Files::isDirectory).forEach(entries::add);
    for (String entry : SEPARATOR.split(Files.readString(list).strip(), -1)) {
      if (!entry.isBlank()) {
        entries.add(tree.resolve(entry.strip()));
      }
    }
    return List.copyOf(entries);
  }

  /** Build tools leave the launcher to their own runner; their repository has it all the same. */
  private static List<Path> withLauncher(String suite, List<Path> entries) {
    if (jar(entries, LAUNCHER) != null) {
      return entries;
    }
    Path commons = jar(entries, COMMONS);
    Path launcher = commons == null ? null : launcherBeside(commons);
    if (launcher == null) {
      throw new SuiteFailure(
          "suites."
              + suite
              + ".classpath: has no junit-platform-launcher; add it to the suite's dependencies");
    }
    return Stream.concat(entries.stream(), Stream.of(launcher)).toList();
  }

  private static @Nullable Path jar(List<Path> entries, String prefix) {
    return entries.stream()
        .filter(entry -> entry.getFileName().toString().startsWith(prefix))
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Path launcherBeside(Path commons) {
    String name = commons.getFileName().toString();
    String jar = name.replace(COMMONS, LAUNCHER);
    String version =
        name.substring(COMMONS.length(), Math.max(COMMONS.length(), name.length() - 4));
    return Stream.of(
            commons.resolveSibling(jar),
            commons.resolve("../../../junit-platform-launcher/" + version + "/" + jar).normalize())
        .filter(Files::isRegularFile)
        .findFirst()
        .orElse(null);
  }

  private static boolean holds(Path root, Predicate<Path> wanted) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".class")).anyMatch(wanted);
    }
  }

  private static boolean isDeclared(Path root, Path file, TestSources sources) {
    String path = root.relativize(file).toString();
    return sources.declares(path.substring(0, path.length() - 6).replace(File.separatorChar, '.'));
  }

  private static boolean namesAttempt(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1).contains(ATTEMPT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String classPath() {
    return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  String rootPath() {
    return roots.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
