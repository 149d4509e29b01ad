package ai.netra.backend.agents;

import java.util.Map;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Results as JSON in snake case, with exact decimals. */
final class Results {

  /** Raised whenever a record of a result changes so that an older text no longer reads back. */
  static final int SCHEMA = 3;

  private final JsonMapper mapper =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  String write(Object value) {
    return mapper.writeValueAsString(value);
  }

  /** A value as the members of a JSON object, in their order. */
  Map<String, Object> members(Object value) {
    return mapper.readValue(write(value), new TypeReference<>() {});
  }

  <T> T read(String json, Class<T> type) {
    return mapper.readValue(json, type);
  }

  static Class<? extends StepResult> type(AgentName agent) {
    return switch (agent) {
      case TRIAGE -> TriageResult.class;
      case DATA -> DataResult.class;
      case OPTIMIZATION -> OptimizationResult.class;
      case ACTIONS -> ActionPlan.class;
      case DATA_HELPER -> DataRequest.class;
      case SUPERVISOR, REPORTING -> ReportResult.class;
    };
  }
}
