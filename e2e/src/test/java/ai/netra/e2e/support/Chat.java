package ai.netra.e2e.support;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Messages that start runs. */
public final class Chat {

  private Chat() {}

  /** A user message with this content, in the socket's own thread. */
  public static Map<String, Object> message(String content) {
    return Map.of("type", "user_message", "payload", Map.of("content", content));
  }

  /** A user message in a named thread. */
  public static Map<String, Object> message(String thread, String content) {
    return Map.of(
        "type", "user_message", "thread_id", thread, "payload", Map.of("content", content));
  }

  /** A user message with an idempotency key. */
  public static Map<String, Object> keyed(String key, String thread, String content) {
    Map<String, Object> message = new LinkedHashMap<>(message(thread, content));
    message.put("client_message_id", key);
    return message;
  }

  /** Asks on a socket and returns all stored frames of the run, the last one included. */
  public static List<Frame> ask(WebSocketClient socket, Map<String, ?> message) {
    Frame received = socket.send(message).await("message_received");
    List<Frame> frames = new java.util.ArrayList<>(List.of(received));
    frames.addAll(socket.run(received.runId()));
    numbersAreFacts(frames.getLast());
    return frames;
  }

  /** Asks over HTTP, waits, and returns what the run answered, whole. */
  public static JsonNode execute(Identity owner, Map<String, ?> body) {
    Answer answer = Rest.backend().as(owner).post("/api/agents/execute", Json.write(body));
    if (answer.status() != 200) {
      throw new AssertionError("execute: 200 expected, got " + answer.status() + answer.body());
    }
    JsonNode run = answer.json();
    Facts.of(run.at("/result")).holdEveryNumberOf(run.at("/response").asString());
    return run;
  }

  /**
   * Whoever reads an answer reads numbers that are facts, unless its frame had no room for them.
   */
  private static void numbersAreFacts(Frame last) {
    if (last.type().equals("agent_completed") && last.at("/data/result").has("facts")) {
      Facts.of(last.at("/data/result")).holdEveryNumberOf(last.text("/data/response"));
    }
  }
}
