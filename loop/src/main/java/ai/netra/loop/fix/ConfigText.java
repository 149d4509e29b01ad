package ai.netra.loop.fix;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The text of a {@code netra.yaml} as it is and as it was, in which single keys are put back; the
 * rest of the text, comments too, stays as it is.
 */
final class ConfigText {

  private static final LoadSettings SETTINGS = LoadSettings.builder().build();

  private final String now;
  private final String before;

  ConfigText(String now, String before) {
    this.now = now;
    this.before = before;
  }

  /** The text with these keys as they were; empty where one is not written in a way for that. */
  Optional<String> edited(List<String> keys) {
    Optional<String> text = Optional.of(now);
    for (String key : keys) {
      text = text.flatMap(it -> edited(it, key));
    }
    return text;
  }

  private Optional<String> edited(String text, String key) {
    ConfigKeys there = new ConfigKeys(text, key);
    ConfigKeys then = new ConfigKeys(before, key);
    if (then.entry().isEmpty()) {
      return there.removed();
    }
    return there.entry().isEmpty()
        ? then.written().flatMap(there::added)
        : then.value().flatMap(there::valued);
  }

  /** Whether a text says of these keys what was said before, and of all else what is said now. */
  boolean isRestored(String text, List<String> keys) {
    Map<String, String> expected = values(now);
    for (String key : keys) {
      expected.keySet().removeIf(path -> isOf(path, key));
      values(before).forEach((path, value) -> put(expected, path, value, key));
    }
    try {
      return values(text).equals(expected);
    } catch (YamlEngineException e) {
      return false; // such as a comma that stood in a comment
    }
  }

  private static void put(Map<String, String> all, String path, String value, String key) {
    if (isOf(path, key)) {
      all.put(path, value);
    }
  }

  private static boolean isOf(String path, String key) {
    return path.equals(key) || path.startsWith(key + ".");
  }

  /** Every single value by its path. An empty map has none, so one that is left over counts not. */
  private static Map<String, String> values(String text) {
    Map<String, String> values = new TreeMap<>();
    collect(new Load(SETTINGS).loadFromString(text), "", values);
    return values;
  }

  private static void collect(Object node, String path, Map<String, String> values) {
    switch (node) {
      case Map<?, ?> map ->
          map.forEach(
              (key, value) -> collect(value, path.isEmpty() ? "" + key : path + "." + key, values));
      case List<?> list -> {
        for (int i = 0; i < list.size(); i++) {
          collect(list.get(i), path + "." + i, values);
        }
      }
      case null, default -> values.put(path, "" + node);
    }
  }
}
