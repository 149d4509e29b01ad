package ai.netra.loop;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The fixture project in a folder of its own: a git repository with one commit, one service that
 * starts in 0.3 s and a suite of five tests. A test may change its files; {@link #commit} takes
 * them into the tree.
 */
public final class Fixture {

  private static final Path SOURCE = Path.of("src/test/fixture").toAbsolutePath();
  private static final Map<String, String> AUTHOR =
      Map.of(
          "GIT_AUTHOR_NAME", "fixture",
          "GIT_AUTHOR_EMAIL", "fixture@localhost",
          "GIT_COMMITTER_NAME", "fixture",
          "GIT_COMMITTER_EMAIL", "fixture@localhost");

  private final Path folder;

  private Fixture(Path folder) {
    this.folder = folder;
  }

  /** Copies the project into a folder that does not exist yet and commits it. */
  public static Fixture in(Path folder) {
    copy(SOURCE, folder);
    Fixture fixture = new Fixture(folder);
    fixture.write("junit.classpath", junit());
    fixture.write(".gitignore", "target/\n");
    fixture.git("init", "-q", "-b", "main");
    fixture.commit("Lay the fixture down");
    return fixture;
  }

  /** The checkout. */
  public Path folder() {
    return folder;
  }

  /** Writes a file of the checkout. */
  public void write(String file, String content) {
    try {
      Path path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces a text, which must be there, in a file of the checkout. */
  public void replace(String file, String text, String by) {
    String content = read(folder.resolve(file));
    if (!content.contains(text)) {
      throw new IllegalArgumentException(file + ": must contain the text to replace, " + text);
    }
    write(file, content.replace(text, by));
  }

  /** Commits everything in the checkout. */
  public void commit(String subject) {
    git("add", "-A");
    git("commit", "-q", "-m", subject);
  }

  /** Runs git in the checkout and returns what it printed, trimmed. */
  public String git(String... arguments) {
    try {
      ProcessBuilder builder = new ProcessBuilder("git").directory(folder.toFile());
      builder.command().addAll(List.of(arguments));
      builder.environment().putAll(AUTHOR);
      Process process = builder.redirectErrorStream(true).start();
      String printed =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
      if (process.waitFor() != 0) {
        throw new IllegalStateException("git " + String.join(" ", arguments) + ": " + printed);
      }
      return printed;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while git ran", e);
    }
  }

  /** The jars of JUnit's API and of what it needs, from the class path of the running test. */
  private static String junit() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(Fixture::belongsToTests)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static boolean belongsToTests(String jar) {
    return Stream.of("junit-", "opentest4j", "apiguardian", "jspecify", "assertj")
        .anyMatch(name -> Path.of(jar).getFileName().toString().startsWith(name));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path source, Path target) {
    try (Stream<Path> paths = Files.walk(source)) {
      for (Path path : paths.toList()) {
        Path copy = target.resolve(source.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(path, copy);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
