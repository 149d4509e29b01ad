package ai.netra.backend.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Properties;

/**
 * What the build baked into the artifact.
 *
 * @param revision the build id that the deployer gave, {@code dev} when built by hand
 * @param builtAt ISO-8601 UTC
 */
public record Build(String version, String revision, String builtAt) {

  /** The service's name in health bodies and receipts. */
  public static final String SERVICE = "netra-backend";

  private static final String FILE = "/ai/netra/backend/build.properties";

  /** Reads the artifact's own file. */
  public static Build read() {
    try (InputStream stream = Build.class.getResourceAsStream(FILE)) {
      if (stream == null) {
        throw new IllegalStateException(FILE + " is not in the artifact");
      }
      Properties properties = new Properties();
      properties.load(stream);
      return new Build(
          properties.getProperty("version"),
          properties.getProperty("revision"),
          Times.text(Instant.parse(properties.getProperty("built-at"))));
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read", e);
    }
  }
}
