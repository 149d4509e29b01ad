package ai.netra.backend.agents;

import ai.netra.contract.agent.ToolView;

/**
 * A tool of the registry.
 *
 * @param right what a direct call of it needs
 * @param parameters what its arguments must be
 */
record ToolSpec(
    String name, String description, String category, String right, ObjectSchema parameters) {

  /** Whether an argument of this name means something to it. */
  boolean takes(String argument) {
    return parameters.takes(argument);
  }

  ToolView view() {
    return new ToolView(name, description, category, parameters.json(), right);
  }
}
