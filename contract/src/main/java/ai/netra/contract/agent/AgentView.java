package ai.netra.contract.agent;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An agent of the registry.
 *
 * @param llm {@code none} or {@code optional}: what a model may add
 * @param inputSchema JSON Schema, on the cards of {@code /api/agents/discovery} alone
 */
@JsonPropertyOrder({
  "name",
  "object",
  "version",
  "kind",
  "description",
  "depends_on",
  "tools",
  "llm",
  "min_plan",
  "available",
  "input_schema",
  "output_schema"
})
public record AgentView(
    String name,
    String object,
    String version,
    String kind,
    String description,
    @JsonProperty("depends_on") List<String> dependsOn,
    List<String> tools,
    String llm,
    @JsonProperty("min_plan") String minPlan,
    boolean available,
    @JsonProperty("input_schema") @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable Map<String, Object> inputSchema,
    @JsonProperty("output_schema") @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable Map<String, Object> outputSchema) {

  public AgentView {
    dependsOn = List.copyOf(dependsOn);
    tools = List.copyOf(tools);
  }
}
