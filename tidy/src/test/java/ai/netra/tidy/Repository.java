package ai.netra.tidy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The tracked files of the repository that this module stands in, and new ones that are not
 * ignored.
 */
final class Repository {

  static final Path ROOT = root();

  private Repository() {}

  /** Paths relative to the root, with forward slashes, sorted. */
  static List<String> files() {
    return git("ls-files", "--cached", "--others", "--exclude-standard").stream()
        .filter(file -> Files.isRegularFile(ROOT.resolve(file)))
        .sorted()
        .toList();
  }

  /** The Java files of a kind of source folder: {@code main} or {@code test}. */
  static List<String> java(String kind) {
    return files().stream()
        .filter(file -> file.matches("[a-z0-9]+/src/" + kind + "/java/.*\\.java"))
        .toList();
  }

  static String read(String file) {
    try {
      return Files.readString(ROOT.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  static List<String> git(String... arguments) {
    List<String> command = new java.util.ArrayList<>(List.of("git", "-C", ROOT.toString()));
    command.addAll(List.of(arguments));
    return Command.run(command, ROOT).lines();
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isRegularFile(folder.resolve("mvnw"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException("no folder above this module holds mvnw");
      }
    }
    return folder;
  }
}
