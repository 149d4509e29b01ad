package ai.netra.backend.agents;

import ai.netra.contract.agent.ToolView;
import java.util.Map;

/**
 * A tool of the registry.
 *
 * @param right what a direct call of it needs
 * @param parameters JSON Schema of its arguments
 */
record ToolSpec(
    String name,
    String description,
    String category,
    String right,
    Map<String, Object> parameters) {

  /** Whether an argument of this name means something to it. */
  boolean takes(String argument) {
    return parameters.get("properties") instanceof Map<?, ?> named && named.containsKey(argument);
  }

  ToolView view() {
    return new ToolView(name, description, category, parameters, right);
  }
}
