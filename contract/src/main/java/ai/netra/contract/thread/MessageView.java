package ai.netra.contract.thread;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stored message.
 *
 * @param role {@code user} or {@code assistant}
 * @param truncated whether {@code content} was cut to fit its frame; the whole is over HTTP
 */
public record MessageView(
    String id,
    String object,
    String threadId,
    String role,
    String content,
    @Nullable String runId,
    boolean truncated,
    String createdAt,
    Map<String, Object> metadata) {

  /** The same with this beginning of its content. */
  public MessageView cut(String beginning) {
    return new MessageView(
        id,
        object,
        threadId,
        role,
        beginning,
        runId,
        truncated || beginning.length() < content.length(),
        createdAt,
        metadata);
  }
}
