package ai.netra.probe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Loads every class of a suite once. JUnit passes over a class that does not load, and the suite
 * would shrink unseen.
 */
final class LoadCheck {

  private static final String SUFFIX = ".class";

  private LoadCheck() {}

  /**
   * Loads all classes below the folders, with the types of their members, without running any code.
   *
   * @throws IllegalStateException when one does not load; the message names it
   */
  static void load(Set<Path> roots) throws IOException {
    for (Path root : roots) {
      try (Stream<Path> files = Files.walk(root)) {
        files.filter(LoadCheck::isType).forEach(file -> load(root.relativize(file)));
      }
    }
  }

  private static boolean isType(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(SUFFIX) && !name.endsWith("-info" + SUFFIX);
  }

  private static void load(Path file) {
    String path = file.toString();
    String name =
        path.substring(0, path.length() - SUFFIX.length())
            .replace(file.getFileSystem().getSeparator(), ".");
    try {
      // Asking for the methods loads their types too.
      var unused =
          Class.forName(name, false, LoadCheck.class.getClassLoader()).getDeclaredMethods();
    } catch (ClassNotFoundException | LinkageError e) {
      throw new IllegalStateException("class " + name + " of the suite does not load: " + e, e);
    }
  }
}
