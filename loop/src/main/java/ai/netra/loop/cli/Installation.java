package ai.netra.loop.cli;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files that this program consists of: {@code netra.jar}, {@code lib/}, {@code probe.jar}. */
final class Installation {

  private Installation() {}

  /**
   * The jar that goes into the JVMs of suites: beside the program's own, or, where the program runs
   * from compiled classes, where the build made it.
   */
  static Path probe() {
    Path code = code();
    List<Path> places =
        Files.isDirectory(code)
            ? List.of(code.resolve("../../../probe/target/netra-probe-1.0.0.jar").normalize())
            : List.of(code.resolveSibling("probe.jar"));
    return places.stream()
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseThrow(() -> new CommandFailure(ExitCode.BLOCKED, places + ": the probe is missing"));
  }

  /** The folder with JUnit's jars, for the project that the demo lays. */
  static Path demoLibraries() {
    Path code = code();
    Path libraries =
        Files.isDirectory(code)
            ? code.resolveSibling("app").resolve("demo-lib")
            : code.resolveSibling("demo-lib");
    if (!Files.isDirectory(libraries)) {
      throw new CommandFailure(ExitCode.BLOCKED, libraries + ": JUnit's jars are missing");
    }
    return libraries;
  }

  /** The words that start this program again. */
  static List<String> command() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return List.of(java, "-cp", System.getProperty("java.class.path"), Main.class.getName());
  }

  private static Path code() {
    try {
      return Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the program's own place is no path", e);
    }
  }
}
