package ai.netra.contract.legacy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Old names and what they mean now, from {@code legacy.yaml}.
 *
 * @param paths old path to canonical path
 * @param types old message type to canonical type
 * @param fields canonical field to its old names, the first first
 * @param stopFields the same, in a stop alone
 * @param httpFields the same, over HTTP alone
 */
public record Legacy(
    Map<String, String> paths,
    Map<String, String> types,
    Map<String, List<String>> fields,
    Map<String, List<String>> stopFields,
    Map<String, List<String>> httpFields) {

  private static final String FILE = "/ai/netra/contract/legacy.yaml";

  /** Reads the one file of this jar. */
  public static Legacy read() {
    try (InputStream file = Legacy.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException(FILE + " is missing in the jar");
      }
      Map<?, ?> document =
          (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(file);
      return new Legacy(
          texts(section(document, "paths")),
          texts(section(document, "types")),
          lists(section(document, "fields")),
          lists(section(document, "stop_fields")),
          lists(section(document, "http_fields")));
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read", e);
    }
  }

  private static Map<?, ?> section(Map<?, ?> document, String name) {
    if (document.get(name) instanceof Map<?, ?> section) {
      return section;
    }
    throw new IllegalStateException(FILE + ": " + name + " is missing");
  }

  private static Map<String, String> texts(Map<?, ?> section) {
    Map<String, String> texts = new LinkedHashMap<>();
    section.forEach((old, now) -> texts.put((String) old, (String) now));
    return texts;
  }

  private static Map<String, List<String>> lists(Map<?, ?> section) {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    section.forEach(
        (now, old) ->
            lists.put((String) now, ((List<?>) old).stream().map(String.class::cast).toList()));
    return lists;
  }
}
