package ai.netra.contract.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads {@code config.yaml}, which ships beside this class. */
final class SettingsFile {

  private static final String NAME = "/ai/netra/contract/config.yaml";

  private SettingsFile() {}

  static List<Setting> read() {
    try (InputStream stream = SettingsFile.class.getResourceAsStream(NAME)) {
      if (stream == null) {
        throw new IllegalStateException(NAME + " is not on the class path");
      }
      Object root = new Load(LoadSettings.builder().build()).loadFromInputStream(stream);
      return list(root).stream().map(SettingsFile::setting).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Setting setting(Object entry) {
    Map<?, ?> map = (Map<?, ?>) entry;
    String type = text(map, "type").toUpperCase(Locale.ROOT);
    return new Setting(
        text(map, "key"),
        Set.copyOf(texts(map.get("services"))),
        Setting.Type.valueOf(type),
        texts(map.get("choices")),
        number(map.get("min"), 0),
        number(map.get("max"), Long.MAX_VALUE),
        number(map.get("deployed_max"), Long.MAX_VALUE),
        absent(map.get("local")),
        absent(map.get("deployed")),
        Set.copyOf(texts(map.get("never"))),
        text(map, "doc"));
  }

  private static Setting.Absent absent(@Nullable Object value) {
    if (value == null) {
      return new Setting.Absent.Nothing();
    }
    return value.equals("required")
        ? new Setting.Absent.Required()
        : new Setting.Absent.Default(value.toString());
  }

  private static String text(Map<?, ?> map, String name) {
    Object value = map.get(name);
    if (value == null) {
      throw new IllegalStateException("config.yaml: an entry has no " + name + ": " + map);
    }
    return value.toString();
  }

  private static List<String> texts(@Nullable Object value) {
    return value == null ? List.of() : list(value).stream().map(Object::toString).toList();
  }

  private static List<?> list(Object value) {
    return (List<?>) value;
  }

  private static long number(@Nullable Object value, long otherwise) {
    return value == null ? otherwise : ((Number) value).longValue();
  }
}
