package ai.netra.loop.cli;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the probe's jar lies that workers carry: beside the loop's own jar. */
final class ProbeJar {

  private static final String NAME = "probe.jar";
  private static final String PROPERTY = "netra.probe";

  private ProbeJar() {}

  /**
   * The file.
   *
   * @throws IllegalStateException when it is not there
   */
  static Path path() {
    String given = System.getProperty(PROPERTY);
    Path jar = given == null ? beside() : Path.of(given);
    if (!Files.isRegularFile(jar)) {
      throw new IllegalStateException(jar + ": the probe's jar must lie there");
    }
    return jar;
  }

  private static Path beside() {
    try {
      Path own =
          Path.of(ProbeJar.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return own.resolveSibling(NAME);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the loop's own jar has a broken address", e);
    }
  }
}
