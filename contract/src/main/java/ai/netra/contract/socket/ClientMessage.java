package ai.netra.contract.socket;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a client says on the socket, after its fields kept their rules. */
public sealed interface ClientMessage {

  /** {@code start_agent} and {@code user_message}: an agent is asked. */
  record Start(
      String content,
      String agentType,
      @Nullable String threadId,
      Map<String, Object> context,
      Map<String, Object> settings,
      List<String> references,
      Map<String, Object> metadata,
      @Nullable String clientMessageId)
      implements ClientMessage {

    /** The same under an idempotency key. */
    public Start withClientMessageId(String key) {
      return new Start(content, agentType, threadId, context, settings, references, metadata, key);
    }
  }

  /** {@code stop_agent}: exactly one of the ids is there. */
  record StopAgent(@Nullable String runId, @Nullable String threadId, @Nullable String reason)
      implements ClientMessage {}

  /** {@code resume} from a place in the user's stream. */
  record Resume(String cursor) implements ClientMessage {}

  /** {@code resume} of one run alone. */
  record ResumeRun(String runId, long afterSeq) implements ClientMessage {}

  /** {@code ping}: the client's clock is echoed as it came. */
  record Ping(@Nullable Object timestamp) implements ClientMessage {}

  /** {@code pong}. */
  record Pong() implements ClientMessage {}

  /** {@code authenticate} with a new token. */
  record Authenticate(String token) implements ClientMessage {
    @Override
    public String toString() {
      return "Authenticate[token=" + token.length() + " characters]";
    }
  }

  /** {@code create_thread}. */
  record CreateThread(
      @Nullable String threadId, @Nullable String title, Map<String, Object> metadata)
      implements ClientMessage {}

  /** {@code switch_thread}. */
  record SwitchThread(String threadId, int limit) implements ClientMessage {}

  /** {@code rename_thread}. */
  record RenameThread(String threadId, String title) implements ClientMessage {}

  /** {@code delete_thread}. */
  record DeleteThread(String threadId) implements ClientMessage {}

  /** {@code list_threads}. */
  record ListThreads(int limit, @Nullable String pageToken, @Nullable String text)
      implements ClientMessage {}

  /** {@code get_thread_history}. */
  record GetThreadHistory(String threadId, int limit, @Nullable String pageToken)
      implements ClientMessage {}

  /** {@code get_agent_status}: without an id, of all unfinished runs. */
  record GetAgentStatus(@Nullable String runId) implements ClientMessage {}

  /** {@code user_typing}. */
  record UserTyping(String threadId, boolean active) implements ClientMessage {}

  /** A type that this server does not know, or none; what was sent as it came. */
  record Unknown(@Nullable Object receivedType, @Nullable String hint) implements ClientMessage {}
}
