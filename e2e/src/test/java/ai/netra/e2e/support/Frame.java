package ai.netra.e2e.support;

import tools.jackson.databind.JsonNode;

/** A frame from the server. */
public record Frame(JsonNode json) {

  public String type() {
    return json.at("/type").asString();
  }

  /** What a pointer finds in the frame, as text; empty where there is nothing. */
  public String text(String pointer) {
    return json.at(pointer).asString("");
  }

  /** What a pointer finds in the frame. */
  public JsonNode at(String pointer) {
    return json.at(pointer);
  }

  public boolean isStored() {
    return json.has("cursor");
  }

  public String cursor() {
    return text("/cursor");
  }

  public String runId() {
    return text("/run_id");
  }

  public long seq() {
    return json.at("/seq").asLong(-1);
  }

  /** Whether it is the last frame of its run. */
  public boolean endsRun() {
    return switch (type()) {
      case "agent_completed", "agent_error", "agent_cancelled" -> true;
      default -> false;
    };
  }
}
