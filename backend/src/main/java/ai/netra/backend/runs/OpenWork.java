package ai.netra.backend.runs;

import ai.netra.backend.events.NewEvent;
import ai.netra.backend.events.StoredEvent;
import ai.netra.backend.service.Json;
import ai.netra.contract.run.RunFrame.SubagentCompleted;
import ai.netra.contract.run.RunFrame.ToolCompleted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a run's events say was begun and not ended: tool calls by their id, and the step, if one is
 * under way.
 *
 * @param toolCalls how many calls there were, ended ones among them
 */
record OpenWork(List<Open> tools, @Nullable Open step, int toolCalls) {

  /** A frame without its pair; {@code number} is the step's, {@code id} the call's. */
  record Open(String id, String name, int number, String agent, Instant at) {}

  static OpenWork of(List<StoredEvent> events) {
    Map<String, Open> tools = new LinkedHashMap<>();
    Open step = null;
    int calls = 0;
    for (StoredEvent event : events) {
      JsonNode data = Json.mapper().readTree(event.data());
      String agent = event.agentName() == null ? "" : event.agentName();
      switch (event.type()) {
        case "tool_executing" -> {
          calls++;
          String id = data.get("tool_call_id").asString();
          tools.put(id, new Open(id, data.get("tool_name").asString(), 0, agent, event.at()));
        }
        case "tool_completed" -> tools.remove(data.get("tool_call_id").asString());
        case "subagent_started" ->
            step =
                new Open(
                    "",
                    data.get("agent_type").asString(),
                    data.get("step_number").asInt(),
                    agent,
                    event.at());
        case "subagent_completed" -> step = null;
        default -> {
          // other frames open and end nothing
        }
      }
    }
    return new OpenWork(List.copyOf(tools.values()), step, calls);
  }

  /** The ends of the open calls. */
  List<NewEvent> interrupted(RunRow run, Instant now) {
    List<NewEvent> ends = new ArrayList<>();
    for (Open tool : tools) {
      long took = Duration.between(tool.at(), now).toMillis();
      ends.add(
          run.event(
              new ToolCompleted(tool.id(), tool.name(), "interrupted", null, 0, took, false, null),
              tool.agent()));
    }
    return ends;
  }

  /** The ends of the open calls and of the open step. */
  List<NewEvent> ended(
      RunRow run, Instant now, String status, String summary, @Nullable String errorCode) {
    List<NewEvent> ends = new ArrayList<>(interrupted(run, now));
    if (step != null) {
      long took = Duration.between(step.at(), now).toMillis();
      ends.add(
          run.event(
              new SubagentCompleted(step.name(), step.number(), status, summary, took, errorCode),
              step.agent()));
    }
    return ends;
  }
}
