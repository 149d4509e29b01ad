package ai.netra.backend.runs;

import ai.netra.backend.service.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What makes two messages the same: a SHA-256, whatever the order of an object's names. */
final class ContentHash {

  private ContentHash() {}

  static String of(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256: every Java platform has it", e);
    }
  }

  /**
   * All fields of a start but its metadata.
   *
   * @param runs whether the message starts a run or is only stored
   */
  static String of(StartRun request, boolean runs) {
    Map<String, Object> fields = new TreeMap<>();
    fields.put("content", request.content());
    fields.put("agent_type", request.agentType());
    fields.put("thread_id", request.threadId() == null ? "" : request.threadId());
    fields.put("context", request.context());
    fields.put("settings", request.settings());
    fields.put("references", request.references());
    fields.put("runs", runs);
    return of(Json.text(sorted(fields)));
  }

  private static Map<String, @Nullable Object> sorted(Map<?, ?> object) {
    Map<String, @Nullable Object> sorted = new TreeMap<>();
    object.forEach((name, value) -> sorted.put(String.valueOf(name), sortedWithin(value)));
    return sorted;
  }

  private static @Nullable Object sortedWithin(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> map -> sorted(map);
      case List<?> list -> list.stream().map(item -> orNull(sortedWithin(item))).toList();
      case null, default -> value;
    };
  }

  private static Object orNull(@Nullable Object value) {
    return value == null ? "null" : value;
  }
}
