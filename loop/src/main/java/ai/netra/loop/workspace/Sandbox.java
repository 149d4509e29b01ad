package ai.netra.loop.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Namespaces of the kernel around a command: no network, not even loopback; no process but its own;
 * no file but the places that are named, at the paths that they have outside; no right of the
 * system's administrator. Needs {@code unshare}, {@code mount}, {@code pivot_root} and {@code
 * setpriv} (util-linux), and a kernel that lets users make namespaces.
 */
final class Sandbox {

  private static final int PROBE_SECONDS = 20;

  private static final List<String> UNSHARE =
      List.of(
          "unshare",
          "--user",
          "--map-root-user",
          "--mount",
          "--net",
          "--pid",
          "--ipc",
          "--uts",
          "--fork",
          "--kill-child=KILL",
          "--");

  private static final List<String> SYSTEM =
      List.of("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32");

  /** What programs need of the machine's settings, and nothing that is a secret. */
  private static final List<String> SETTINGS =
      List.of(
          "alternatives",
          "ca-certificates",
          "group",
          "ld.so.cache",
          "ld.so.conf",
          "ld.so.conf.d",
          "localtime",
          "mime.types",
          "nsswitch.conf",
          "passwd",
          "pki",
          "ssl");

  private final Path empty;

  /**
   * A sandbox.
   *
   * @param empty an empty folder, over which its root is laid
   */
  Sandbox(Path empty) {
    this.empty = empty;
  }

  /** Why this machine has no sandbox; empty where it has one. */
  Optional<String> problem() {
    List<String> argv = argv(Path.of("/"), toolchain(""), List.of(), List.of("true"));
    try {
      Process process =
          new ProcessBuilder(argv)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      boolean ended = process.waitFor(PROBE_SECONDS, TimeUnit.SECONDS);
      process.destroyForcibly();
      return ended && process.exitValue() == 0
          ? Optional.empty()
          : Optional.of("the system lets nobody make namespaces of users");
    } catch (IOException e) {
      return Optional.of("unshare (util-linux) cannot be started: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("interrupted while it was tried out");
    }
  }

  /** The words that run a command in here. */
  List<String> argv(Path work, Set<Path> readable, List<Path> writable, List<String> command) {
    List<String> argv = new ArrayList<>(UNSHARE);
    argv.addAll(List.of("/bin/sh", "-c", script(), "sandbox", empty.toString(), work.toString()));
    readable.forEach(place -> argv.add(place.toString()));
    argv.add("--");
    writable.forEach(place -> argv.add(place.toString()));
    argv.add("--");
    argv.addAll(command);
    return argv;
  }

  /**
   * The programs of the machine: the system's, this Java, and the folders of a PATH.
   *
   * @param path as the variable has it
   */
  static Set<Path> toolchain(String path) {
    Set<Path> places = new LinkedHashSet<>();
    SYSTEM.stream().map(Path::of).filter(Files::exists).forEach(places::add);
    settings().filter(Files::exists).forEach(places::add);
    Stream.concat(Stream.of(System.getProperty("java.home")), Stream.of(path.split(":", -1)))
        .map(Path::of)
        .filter(it -> it.isAbsolute() && Files.isDirectory(it))
        .filter(it -> !isOfSystem(it))
        .forEach(places::add);
    return places;
  }

  /** Whether a place lies in one of the folders that every sandbox has. */
  static boolean isOfSystem(Path place) {
    return SYSTEM.stream().anyMatch(place::startsWith);
  }

  private static Stream<Path> settings() {
    Path etc = Path.of("/etc");
    try (Stream<Path> all = Files.list(etc)) {
      List<Path> java =
          all.filter(it -> it.getFileName().toString().startsWith("java")).sorted().toList();
      return Stream.concat(SETTINGS.stream().map(etc::resolve), java.stream());
    } catch (IOException e) {
      return SETTINGS.stream().map(etc::resolve);
    }
  }

  private static String script() {
    try (InputStream stream = Sandbox.class.getResourceAsStream("sandbox.sh")) {
      return new String(
          Objects.requireNonNull(stream, "sandbox.sh is part of this jar").readAllBytes(),
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new WorkspaceFailure("sandbox.sh: cannot be read from the jar", e);
    }
  }
}
