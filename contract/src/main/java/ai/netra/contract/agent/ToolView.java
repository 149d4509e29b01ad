package ai.netra.contract.agent;

import java.util.Map;

/**
 * A tool of the registry.
 *
 * @param parameters JSON Schema of its arguments
 * @param needs the right that a direct call needs
 */
public record ToolView(
    String name,
    String description,
    String category,
    Map<String, Object> parameters,
    String needs) {}
