package ai.netra.loop.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/**
 * The folder outside the checkout that holds all that the loop writes; one a checkout, readable by
 * its owner alone.
 */
public record StateDirectory(Path root) {

  /** Enough of the hash that two checkouts of one machine never share a folder. */
  private static final int HASH_DIGITS = 12;

  /** Takes the folder as given with {@code --state}. */
  public static StateDirectory at(Path chosen) {
    return new StateDirectory(created(chosen.toAbsolutePath().normalize()));
  }

  /**
   * The folder of a checkout: {@code $XDG_STATE_HOME/netra/<name>-<hash of its real path>}.
   *
   * @param environment where {@code XDG_STATE_HOME} and {@code HOME} are looked up
   */
  public static StateDirectory of(Path checkout, String name, Map<String, String> environment) {
    String home = environment.getOrDefault("XDG_STATE_HOME", "");
    Path states =
        home.startsWith("/")
            ? Path.of(home)
            : Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")))
                .resolve(".local/state");
    return at(states.resolve("netra").resolve(name + "-" + hash(checkout)));
  }

  private static String hash(Path checkout) {
    try {
      String real = checkout.toRealPath().toString();
      return Hashes.sha256(real.getBytes(StandardCharsets.UTF_8)).substring(0, HASH_DIGITS);
    } catch (IOException e) {
      throw new WorkspaceFailure(checkout + ": is no folder that can be read", e);
    }
  }

  /** The runs, a folder each. */
  public Path runs() {
    return created(root.resolve("runs"));
  }

  /** The files of the tree that the loop tests, with what the suites' builds made of them. */
  public Path source() {
    return created(root.resolve("source"));
  }

  /** Artifacts by build id. */
  public Path cache() {
    return created(root.resolve("cache"));
  }

  /** What {@code netra up} keeps: data, logs, what runs. */
  public Path up() {
    return created(root.resolve("up"));
  }

  /** Folders of steps in hand; whatever is found here at the start is left over. */
  public Path work() {
    return created(root.resolve("work"));
  }

  /** Traces of unexpected exceptions. */
  public Path traces() {
    return created(root.resolve("traces"));
  }

  /** What other commands tell the one process that writes. */
  public Path inbox() {
    return created(root.resolve("inbox"));
  }

  Path objects() {
    return created(root.resolve("objects"));
  }

  Path processes() {
    return created(root.resolve("processes"));
  }

  /** Works with a file. */
  interface Step<T> {
    T apply(Path file) throws IOException;
  }

  /** Lends a file that does not exist yet, and is gone afterwards. */
  <T> T withTemporaryFile(Step<T> step) {
    Path folder = Folders.temporary(work(), "git");
    try {
      return step.apply(folder.resolve("file"));
    } catch (IOException e) {
      throw new WorkspaceFailure(folder + ": cannot be written: " + e.getMessage(), e);
    } finally {
      Folders.delete(folder);
    }
  }

  private static Path created(Path folder) {
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(
            folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      return folder;
    } catch (IOException e) {
      throw new WorkspaceFailure(folder + ": the state directory cannot be made", e);
    }
  }
}
