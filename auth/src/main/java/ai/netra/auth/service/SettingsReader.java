package ai.netra.auth.service;

import ai.netra.contract.config.Configuration;
import ai.netra.contract.config.Reading;
import java.nio.file.Path;
import java.util.Map;

/** Reads the settings of the service, all findings at once, before a port or a file. */
public final class SettingsReader {

  private static final String SQLITE = "jdbc:sqlite:";

  /** What came of reading. */
  public sealed interface Outcome {

    /** Every value keeps its rule. */
    record Accepted(AuthSettings settings) implements Outcome {}

    /** The start is refused; the text is for standard error. */
    record Refused(String text) implements Outcome {}
  }

  private SettingsReader() {}

  /** Reads the variables of a process. */
  public static Outcome read(Map<String, String> variables) {
    return switch (Configuration.read("auth", variables)) {
      case Reading.Refused refused -> new Outcome.Refused(refused.text(Build.SERVICE));
      case Reading.Accepted(Configuration configuration) ->
          new Outcome.Accepted(settings(configuration, variables));
    };
  }

  private static AuthSettings settings(Configuration from, Map<String, String> variables) {
    Path data = from.optional("NETRA_AUTH_DATA").map(Path::of).orElse(dataFolder(variables));
    Path database =
        from.optional("NETRA_AUTH_DATABASE_URL")
            .map(url -> Path.of(url.substring(SQLITE.length())))
            .orElse(data.resolve("auth.db"));
    return AuthSettings.of(from, data.toAbsolutePath(), database.toAbsolutePath());
  }

  private static Path dataFolder(Map<String, String> variables) {
    String home = variables.getOrDefault("HOME", System.getProperty("user.home"));
    String share = variables.getOrDefault("XDG_DATA_HOME", home + "/.local/share");
    return Path.of(share, "netra", "auth");
  }
}
