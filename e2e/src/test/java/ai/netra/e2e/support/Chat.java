package ai.netra.e2e.support;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
    return frames;
  }
}
