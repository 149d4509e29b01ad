package ai.netra.contract.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Checks one environment against {@code config.yaml}; used once. */
final class ConfigurationReader {

  private final String service;
  private final Map<String, String> variables;
  private final Map<String, Setting> settings = new LinkedHashMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private final Map<String, String> values = new LinkedHashMap<>();
  private final Map<String, String> defaults = new LinkedHashMap<>();

  ConfigurationReader(String service, Map<String, String> variables) {
    this.service = service;
    this.variables = variables;
    SettingsFile.read().stream()
        .filter(setting -> setting.services().contains(service))
        .forEach(setting -> settings.put(setting.key(), setting));
  }

  Reading read() {
    Environment environment = environment();
    settings.values().forEach(setting -> take(setting, environment));
    refuseUnknownKeys();
    if (!findings.isEmpty()) {
      return new Reading.Refused(List.copyOf(findings));
    }
    return new Reading.Accepted(
        new Configuration(service, environment, settings, values, defaults));
  }

  /**
   * A misspelt environment is found with the other keys; until then the strictest one decides what
   * is missing.
   */
  private Environment environment() {
    String name = variables.getOrDefault("NETRA_ENV", Environment.DEVELOPMENT.wireName());
    for (Environment environment : Environment.values()) {
      if (environment.wireName().equals(name)) {
        return environment;
      }
    }
    return Environment.PRODUCTION;
  }

  private void take(Setting setting, Environment environment) {
    String otherwise = setting.defaultIn(environment);
    if (otherwise != null) {
      defaults.put(setting.key(), otherwise);
    }
    String value = value(setting);
    if (value != null) {
      check(setting, value, environment);
      return;
    }
    boolean told = findings.stream().anyMatch(finding -> finding.key().startsWith(setting.key()));
    if (setting.absentIn(environment) instanceof Setting.Absent.Required && !told) {
      findings.add(
          new Finding(
              setting.key(),
              "required in " + environment.wireName(),
              "nothing",
              "set it: " + setting.doc()));
    }
  }

  private void check(Setting setting, String value, Environment environment) {
    Optional<Finding> finding = ValueRules.check(setting, value, environment);
    finding.ifPresentOrElse(findings::add, () -> values.put(setting.key(), value));
  }

  private @Nullable String value(Setting setting) {
    String direct = variables.get(setting.key());
    String file = setting.confidential() ? variables.get(setting.key() + "_FILE") : null;
    if (file == null) {
      return direct;
    }
    if (direct != null) {
      findings.add(
          new Finding(
              setting.key(),
              "set once",
              "a value and " + setting.key() + "_FILE",
              "remove one of them"));
      return null;
    }
    return content(setting.key() + "_FILE", file);
  }

  private @Nullable String content(String key, String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      findings.add(new Finding(key, "a readable file", file, "check the path and its rights"));
      return null;
    }
  }

  private void refuseUnknownKeys() {
    String prefix = "NETRA_" + service.toUpperCase(java.util.Locale.ROOT) + "_";
    for (String key : new TreeSet<>(variables.keySet())) {
      boolean secretFile =
          key.endsWith("_FILE") && settings.containsKey(key.substring(0, key.length() - 5));
      if (key.startsWith(prefix) && !settings.containsKey(key) && !secretFile) {
        findings.add(
            new Finding(key, "a known key", "an unknown one", "remove it or mend its spelling"));
      }
    }
  }
}
