package ai.netra.bench;

import java.nio.file.Path;

/** What processes of the bench are started from. */
final class Jars {

  private Jars() {}

  /** This virtual machine's program. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** The bench's own jar: the first entry of the class path, as {@code bench/run} writes it. */
  static String own() {
    String first = System.getProperty("java.class.path").split(":", 2)[0];
    return Path.of(first).toAbsolutePath().toString();
  }
}
