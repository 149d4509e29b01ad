package ai.netra.auth.service;

import ai.netra.contract.config.Configuration;
import ai.netra.contract.config.Finding;
import ai.netra.contract.config.Reading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    List<Finding> own = ownFindings(variables);
    return switch (Configuration.read("auth", variables)) {
      case Reading.Refused(List<Finding> findings) -> refused(findings, own);
      case Reading.Accepted(Configuration configuration) when !own.isEmpty() ->
          refused(List.of(), own);
      case Reading.Accepted(Configuration configuration) ->
          new Outcome.Accepted(settings(configuration, variables));
    };
  }

  private static Outcome refused(List<Finding> contract, List<Finding> own) {
    List<Finding> all = new ArrayList<>(contract);
    own.stream()
        .filter(finding -> contract.stream().noneMatch(one -> one.key().equals(finding.key())))
        .forEach(all::add);
    return new Outcome.Refused(new Reading.Refused(all).text(Build.SERVICE));
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

  /** Rules that this version alone has. */
  private static List<Finding> ownFindings(Map<String, String> variables) {
    List<Finding> findings = new ArrayList<>();
    database(variables).ifPresent(findings::add);
    return findings;
  }

  private static Optional<Finding> database(Map<String, String> variables) {
    String url = variables.getOrDefault("NETRA_AUTH_DATABASE_URL", SQLITE);
    if (!url.startsWith("jdbc:postgresql:")) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            "NETRA_AUTH_DATABASE_URL",
            "jdbc:sqlite:FILE in this version",
            "a PostgreSQL address",
            "name a SQLite file"));
  }
}
