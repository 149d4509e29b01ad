package ai.netra.loop.deploy;

import java.nio.file.Path;
import java.util.List;

/** The tools of this machine that a build depends on. */
final class Tools {

  private Tools() {}

  /** {@code ${java}}: the JVM that runs the loop. */
  static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  /** What decides, besides the inputs, what a build makes. */
  static List<String> versions() {
    return List.of(
        "java " + System.getProperty("java.runtime.version"),
        "system " + System.getProperty("os.name") + " " + System.getProperty("os.arch"));
  }
}
