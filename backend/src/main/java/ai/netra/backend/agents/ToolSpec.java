package ai.netra.backend.agents;

import ai.netra.contract.agent.ToolView;
import java.util.Map;

/**
 * A tool of the registry.
 *
 * @param parameters JSON Schema of its arguments
 */
record ToolSpec(String name, String description, String category, Map<String, Object> parameters) {

  /** The right that a direct call of a reading tool needs. */
  static final String RIGHT = "read";

  ToolView view() {
    return new ToolView(name, description, category, parameters, RIGHT);
  }
}
