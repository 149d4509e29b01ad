package ai.netra.loop.review;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The one change of {@code netra.yaml} that a fix may make: a service's keys put back to base's.
 */
final class ServiceKeys {

  private static final Pattern OF_A_SERVICE = Pattern.compile("/services/[^/]+/(env|secrets)/.*");

  private ServiceKeys() {}

  /** Whether all that changed are keys and secret sources of services, each now as on the base. */
  static boolean onlyPutBack(ChangedFile file) {
    if (!file.path().startsWith("netra.y")) {
      return false;
    }
    Optional<Map<String, String>> before = leaves(file.before());
    Optional<Map<String, String>> after = leaves(file.after());
    Optional<Map<String, String>> base = leaves(file.base());
    if (before.isEmpty() || after.isEmpty() || base.isEmpty()) {
      return false;
    }
    Map<String, String> all = new TreeMap<>(before.get());
    all.putAll(after.get());
    return all.keySet().stream()
        .filter(key -> !same(key, before.get(), after.get()))
        .allMatch(key -> OF_A_SERVICE.matcher(key).matches() && same(key, after.get(), base.get()));
  }

  private static boolean same(String key, Map<String, String> one, Map<String, String> other) {
    return Optional.ofNullable(one.get(key)).equals(Optional.ofNullable(other.get(key)));
  }

  private static Optional<Map<String, String>> leaves(String yaml) {
    try {
      Map<String, String> leaves = new TreeMap<>();
      add(leaves, "", new Load(LoadSettings.builder().build()).loadFromString(yaml));
      return Optional.of(leaves);
    } catch (YamlEngineException e) {
      return Optional.empty();
    }
  }

  private static void add(Map<String, String> leaves, String place, Object value) {
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, inner) -> add(leaves, place + "/" + key, inner));
    } else {
      leaves.put(place, String.valueOf(value));
    }
  }
}
