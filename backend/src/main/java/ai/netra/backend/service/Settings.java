package ai.netra.backend.service;

import ai.netra.contract.config.Configuration;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/**
 * The checked settings with what follows from them.
 *
 * @param variables the process's environment
 */
public record Settings(Configuration configuration, Map<String, String> variables) {

  private static final String SQLITE = "jdbc:sqlite:";

  public Settings {
    variables = Map.copyOf(variables);
  }

  public int port() {
    return Math.toIntExact(configuration.number("SERVER_PORT"));
  }

  /** The folder of what is kept; by default under the user's own data folder. */
  public Path data() {
    return configuration
        .optional("NETRA_BACKEND_DATA")
        .map(Path::of)
        .orElseGet(() -> shared().resolve("backend"));
  }

  /** Where both services of one user keep what they share when run by hand. */
  public Path shared() {
    String home = variables.getOrDefault("HOME", ".");
    return Path.of(variables.getOrDefault("XDG_DATA_HOME", home + "/.local/share"), "netra");
  }

  /** The SQLite file. */
  public Path database() {
    return configuration
        .optional("NETRA_BACKEND_DATABASE_URL")
        .map(url -> Path.of(url.substring(SQLITE.length())))
        .orElseGet(() -> data().resolve("backend.db"));
  }

  /** Where the auth service is reached; by default the issuer. */
  public URI auth() {
    return configuration
        .optional("NETRA_BACKEND_AUTH_URL")
        .map(URI::create)
        .orElseGet(() -> configuration.url("NETRA_AUTH_ISSUER"));
  }

  ServiceFacts facts(Build build) {
    return new ServiceFacts(
        build,
        configuration.environment(),
        configuration.url("NETRA_BACKEND_URL"),
        configuration.url("NETRA_AUTH_ISSUER"));
  }
}
