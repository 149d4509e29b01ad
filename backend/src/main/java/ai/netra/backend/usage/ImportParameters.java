package ai.netra.backend.usage;

import ai.netra.backend.service.Fields;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The parameters of an import's query. */
record ImportParameters(Map<String, String> mapping, @Nullable String tz, boolean replace) {

  private static final int MOST_MAPPING = 16 * 1024;

  static ImportParameters of(Fields fields) {
    Map<String, String> mapping = mapping(fields);
    String tz = zone(fields);
    boolean replace = fields.optionalChoice("mode", List.of("replace")) != null;
    return new ImportParameters(mapping, tz, replace);
  }

  ImportOptions options(ImportOptions.Format format, boolean gzip) {
    return new ImportOptions(format, gzip, mapping, tz, replace);
  }

  private static Map<String, String> mapping(Fields fields) {
    String json = fields.optionalText("mapping", 1, MOST_MAPPING);
    if (json == null) {
      return Map.of();
    }
    Map<String, String> mapping = new HashMap<>();
    try {
      Map<String, Object> pairs =
          JsonMapper.shared().readValue(json, new TypeReference<Map<String, Object>>() {});
      pairs.forEach((field, column) -> mapping.put(field, String.valueOf(column)));
    } catch (JacksonException e) {
      fields.violation("mapping", "a JSON object of field and column", json);
      return Map.of();
    }
    for (String field : mapping.keySet()) {
      if (ColumnNames.field(field).isEmpty()) {
        fields.violation("mapping", "fields of a usage record", field);
        return Map.of();
      }
    }
    return mapping;
  }

  private static @Nullable String zone(Fields fields) {
    String tz = fields.optionalText("tz", 1, 64);
    try {
      return tz == null ? null : ZoneId.of(tz).getId();
    } catch (DateTimeException e) {
      fields.violation("tz", "a time zone, as Europe/Berlin", String.valueOf(tz));
      return null;
    }
  }
}
