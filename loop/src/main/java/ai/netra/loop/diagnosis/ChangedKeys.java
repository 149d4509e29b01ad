package ai.netra.loop.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** What differs between two texts of {@code netra.yaml} in what services are given. */
final class ChangedKeys {

  private static final List<String> GIVEN = List.of("env", "secrets");

  /**
   * A key that differs.
   *
   * @param path such as {@code services.api.secrets.KEY}
   * @param before null where it was added
   * @param after null where it was taken away
   */
  record Changed(String path, @Nullable String before, @Nullable String after) {

    String service() {
      return path.split("\\.", -1)[1];
    }

    String name() {
      return path.split("\\.", 4)[3];
    }
  }

  private ChangedKeys() {}

  /** The keys that differ, by path; none where a text is no YAML. */
  static List<Changed> between(String before, String after) {
    SortedMap<String, String> old = given(before);
    SortedMap<String, String> now = given(after);
    SortedMap<String, String> all = new TreeMap<>(old);
    all.putAll(now);
    List<Changed> changed = new ArrayList<>();
    for (String path : all.keySet()) {
      if (!Objects.equals(old.get(path), now.get(path))) {
        changed.add(new Changed(path, old.get(path), now.get(path)));
      }
    }
    return changed;
  }

  private static SortedMap<String, String> given(String text) {
    SortedMap<String, String> given = new TreeMap<>();
    for (Map.Entry<?, ?> service : map(map(read(text)).get("services")).entrySet()) {
      for (String kind : GIVEN) {
        map(map(service.getValue()).get(kind))
            .forEach(
                (key, value) ->
                    given.put(
                        "services.%s.%s.%s".formatted(service.getKey(), kind, key), "" + value));
      }
    }
    return given;
  }

  private static @Nullable Object read(String text) {
    try {
      return new Load(LoadSettings.builder().setSchema(new CoreSchema()).build())
          .loadFromString(text);
    } catch (YamlEngineException e) {
      return null; // what is wrong with it, the reader of projects says
    }
  }

  private static Map<?, ?> map(@Nullable Object node) {
    return node instanceof Map<?, ?> map ? map : Map.of();
  }
}
