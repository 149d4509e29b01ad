package ai.netra.contract.config;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checked values of one service. A key that {@code config.yaml} does not give to the service is a
 * programmer's mistake.
 */
public final class Configuration {

  private final String service;
  private final Environment environment;
  private final Map<String, Setting> settings;
  private final Map<String, String> values;
  private final Map<String, String> defaults;

  Configuration(
      String service,
      Environment environment,
      Map<String, Setting> settings,
      Map<String, String> values,
      Map<String, String> defaults) {
    this.service = service;
    this.environment = environment;
    this.settings = Map.copyOf(settings);
    this.values = Map.copyOf(values);
    this.defaults = Map.copyOf(defaults);
  }

  /**
   * Reads an environment for a service.
   *
   * @param service {@code auth} or {@code backend}
   * @param variables all variables of the process; keys of others are passed over
   */
  public static Reading read(String service, Map<String, String> variables) {
    return new ConfigurationReader(service, variables).read();
  }

  public Environment environment() {
    return environment;
  }

  /** The value, or its default; throws where neither is there. */
  public String text(String key) {
    return optional(key)
        .orElseThrow(() -> new IllegalStateException(key + ": has neither a value nor a default"));
  }

  /** The value, or its default, or nothing. */
  public Optional<String> optional(String key) {
    if (!settings.containsKey(key)) {
      throw new IllegalArgumentException(key + ": no setting of " + service + " in config.yaml");
    }
    return Optional.ofNullable(values.getOrDefault(key, defaults.get(key)));
  }

  public long number(String key) {
    return Long.parseLong(text(key));
  }

  public URI url(String key) {
    return URI.create(text(key));
  }

  /** A list separated by commas; empty where the key is absent. */
  public List<String> list(String key) {
    return optional(key).stream()
        .flatMap(value -> Arrays.stream(value.split(",")))
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .toList();
  }

  /**
   * The keys of numbers and throttles whose values were set otherwise than the default, with both,
   * for the log.
   */
  public List<String> differing() {
    return values.entrySet().stream()
        .filter(entry -> defaults.containsKey(entry.getKey()))
        .filter(entry -> !entry.getValue().equals(defaults.get(entry.getKey())))
        .filter(entry -> isLimit(entry.getKey()))
        .map(
            entry ->
                "%s=%s (default %s)"
                    .formatted(entry.getKey(), entry.getValue(), defaults.get(entry.getKey())))
        .sorted()
        .toList();
  }

  private boolean isLimit(String key) {
    Setting setting = settings.get(key);
    return setting != null
        && (setting.type() == Setting.Type.NUMBER || setting.type() == Setting.Type.THROTTLE);
  }
}
