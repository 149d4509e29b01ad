package ai.netra.backend.reports;

import ai.netra.contract.report.Report;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads kept reports without losing a digit. */
final class ReportJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  private ReportJson() {}

  static Report read(String body) {
    return MAPPER.readValue(body, Report.class);
  }

  static String withoutSections(String body) {
    ObjectNode report = (ObjectNode) MAPPER.readTree(body);
    report.remove("sections");
    return MAPPER.writeValueAsString(report);
  }
}
