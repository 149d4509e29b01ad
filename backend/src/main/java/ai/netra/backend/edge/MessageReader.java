package ai.netra.backend.edge;

import ai.netra.backend.runs.StartFields;
import ai.netra.backend.service.Fields;
import ai.netra.backend.service.Limits;
import ai.netra.contract.socket.ClientMessage;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a client's message by the rules of its type. */
final class MessageReader {

  static final Pattern THREAD_ID = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._:-]{0,127}");
  private static final String THREAD_RULE = "[A-Za-z0-9_-][A-Za-z0-9._:-]{0,127}";
  private static final int ID_CHARACTERS = 128;
  private static final int CORRELATION_CHARACTERS = 64;
  private static final int TITLE = 200;
  private static final int METADATA_BYTES = 2 * 1024;

  private final MessageNames names;
  private final Limits limits;

  MessageReader(MessageNames names, Limits limits) {
    this.names = names;
    this.limits = limits;
  }

  /**
   * The message.
   *
   * @throws ai.netra.backend.service.Refused VALIDATION_ERROR with all violations
   */
  ClientMessage read(Map<String, Object> message) {
    Object sent = message.get("type");
    if (!(sent instanceof String old)) {
      return new ClientMessage.Unknown(sent, hint(message));
    }
    String type = names.type(old);
    Fields fields = Fields.of(names.fields(type, message));
    ClientMessage read = read(type, fields, message);
    if (!(read instanceof ClientMessage.Unknown)) {
      ids(message, fields);
    }
    fields.check();
    return read;
  }

  private ClientMessage read(String type, Fields fields, Map<String, Object> message) {
    return switch (type) {
      case "start_agent" -> start(fields, true);
      case "user_message" -> start(fields, false);
      case "stop_agent" -> stop(fields);
      case "resume" -> resume(fields);
      case "ping" -> new ClientMessage.Ping(message.get("timestamp"));
      case "pong" -> new ClientMessage.Pong();
      case "authenticate" -> authenticate(fields);
      case "create_thread" ->
          new ClientMessage.CreateThread(
              fields.optionalMatch("thread_id", THREAD_ID, THREAD_RULE),
              fields.optionalText("title", 0, TITLE),
              fields.object("metadata", METADATA_BYTES));
      case "switch_thread" -> new ClientMessage.SwitchThread(threadId(fields), limit(fields, 50));
      case "rename_thread" ->
          new ClientMessage.RenameThread(threadId(fields), fields.text("title", 1, TITLE));
      case "delete_thread" -> new ClientMessage.DeleteThread(threadId(fields));
      case "list_threads" ->
          new ClientMessage.ListThreads(
              limit(fields, 20), pageToken(fields), fields.optionalText("q", 1, 100));
      case "get_thread_history" ->
          new ClientMessage.GetThreadHistory(
              threadId(fields), limit(fields, 50), pageToken(fields));
      case "get_agent_status" ->
          new ClientMessage.GetAgentStatus(fields.optionalText("run_id", 1, ID_CHARACTERS));
      case "user_typing" ->
          new ClientMessage.UserTyping(threadId(fields), fields.flag("active", true));
      default -> new ClientMessage.Unknown(message.get("type"), hint(message));
    };
  }

  /** The ids that any message may carry; a start reads its idempotency key by itself. */
  private static void ids(Map<String, Object> message, Fields fields) {
    for (String name : List.of("correlation_id", "id")) {
      Object id = message.get(name);
      boolean fits = id == null || id instanceof String || id instanceof Number;
      int length = id == null ? 1 : id.toString().length();
      if (!fits || length == 0 || length > CORRELATION_CHARACTERS) {
        fields.violation(name, "string or number of 1..64 characters", String.valueOf(id));
      }
    }
  }

  private ClientMessage start(Fields fields, boolean named) {
    return StartFields.read(fields, limits, named);
  }

  private static ClientMessage stop(Fields fields) {
    String runId = fields.optionalText("run_id", 1, ID_CHARACTERS);
    String threadId = fields.optionalMatch("thread_id", THREAD_ID, THREAD_RULE);
    if (!fields.has("run_id") && !fields.has("thread_id")) {
      fields.violation("run_id", "run_id or thread_id", "nothing");
    }
    return new ClientMessage.StopAgent(
        runId, runId == null ? threadId : null, fields.optionalText("reason", 0, 200));
  }

  private static ClientMessage resume(Fields fields) {
    Object cursor = fields.any("cursor");
    if (cursor != null) {
      return new ClientMessage.Resume(cursor.toString());
    }
    String runId = fields.optionalText("run_id", 1, ID_CHARACTERS);
    long afterSeq = fields.integer("after_seq", 0, Long.MAX_VALUE, 0);
    if (runId == null && !fields.has("run_id")) {
      fields.violation("cursor", "cursor, or run_id and after_seq", "nothing");
    }
    return new ClientMessage.ResumeRun(Objects.requireNonNullElse(runId, ""), afterSeq);
  }

  /** A token is never repeated, however wrong it is. */
  private static ClientMessage authenticate(Fields fields) {
    Object token = fields.any("token");
    if (!(token instanceof String text) || text.isBlank()) {
      fields.violation("token", "a token", token == null ? "nothing" : "[redacted]");
      return new ClientMessage.Pong();
    }
    return new ClientMessage.Authenticate(text.strip());
  }

  private static String threadId(Fields fields) {
    return fields.match("thread_id", THREAD_ID, THREAD_RULE);
  }

  private static int limit(Fields fields, int otherwise) {
    return Math.toIntExact(fields.integer("limit", 1, 100, otherwise));
  }

  private static @Nullable String pageToken(Fields fields) {
    return fields.optionalText("page_token", 1, 512);
  }

  private static @Nullable String hint(Map<String, Object> message) {
    return message.containsKey("jsonrpc") ? "JSON-RPC is not spoken on this socket" : null;
  }
}
