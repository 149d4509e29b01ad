package ai.netra.backend.edge;

import ai.netra.backend.service.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Adds the names that old clients read beside the canonical ones. */
final class LegacyFrames {

  private static final Set<String> MAIN =
      Set.of(
          "agent_started", "agent_thinking", "tool_executing", "tool_completed", "agent_completed");
  private static final Set<String> WITH_RESULTS = Set.of("tool_completed", "agent_completed");

  /** The frame with its synonyms, or as it was where they would make it too large. */
  byte[] added(byte[] frame, int maxBytes) {
    Map<String, Object> whole = new LinkedHashMap<>(Json.object(frame, "frame"));
    if (!(whole.get("type") instanceof String type)
        || !MAIN.contains(type)
        || !(whole.get("data") instanceof Map<?, ?> before)) {
      return frame;
    }
    Map<Object, Object> data = new LinkedHashMap<>(before);
    data.put("timestamp", whole.get("timestamp"));
    if (WITH_RESULTS.contains(type)) {
      data.put("results", data.get("result"));
    }
    if (type.equals("agent_completed")) {
      data.put("final_response", data.get("response"));
    }
    whole.put("data", data);
    byte[] added = Json.mapper().writeValueAsBytes(whole);
    return added.length > maxBytes ? frame : added;
  }
}
