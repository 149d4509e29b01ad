package ai.netra.backend.runs;

import ai.netra.backend.service.Fields;
import ai.netra.backend.service.Limits;
import ai.netra.contract.socket.ClientMessage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields that start a run, the same on the socket and over HTTP. */
public final class StartFields {

  private static final String SUPERVISOR = "supervisor";
  private static final Pattern THREAD_ID = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._:-]{0,127}");
  private static final Pattern TIME_RANGE = Pattern.compile("[1-9][0-9]{0,3}[hdwm]");
  private static final int CONTEXT_BYTES = 16 * 1024;
  private static final int METADATA_BYTES = 2 * 1024;
  private static final int ID_CHARACTERS = 64;
  private static final int REFERENCES = 20;

  private StartFields() {}

  /**
   * Reads them; the caller calls {@link Fields#check}.
   *
   * @param named whether {@code agent_type} counts; else it is the supervisor
   */
  public static ClientMessage.Start read(Fields fields, Limits limits, boolean named) {
    String agent = named ? fields.optionalText("agent_type", 1, ID_CHARACTERS) : null;
    return new ClientMessage.Start(
        fields.text("content", 1, limits.maxMessageChars()),
        agent == null ? SUPERVISOR : agent,
        fields.optionalMatch("thread_id", THREAD_ID, THREAD_ID.pattern()),
        fields.object("context", CONTEXT_BYTES),
        settings(fields.nested("settings"), limits),
        fields.texts("references", REFERENCES, 128),
        fields.object("metadata", METADATA_BYTES),
        fields.optionalText("client_message_id", 1, ID_CHARACTERS));
  }

  /** The request of a message; {@code defaultThreadId} is the socket's own thread. */
  public static StartRun request(ClientMessage.Start message, @Nullable String defaultThreadId) {
    return new StartRun(
        message.content(),
        message.agentType(),
        message.threadId(),
        defaultThreadId,
        message.context(),
        message.settings(),
        message.references(),
        message.metadata(),
        message.clientMessageId());
  }

  private static Map<String, Object> settings(Fields fields, Limits limits) {
    Map<String, Object> settings = new LinkedHashMap<>();
    put(settings, "prose", fields.optionalChoice("prose", List.of("auto", "deterministic")));
    put(settings, "dataset", fields.optionalText("dataset", 1, 100));
    put(
        settings,
        "time_range",
        fields.optionalMatch("time_range", TIME_RANGE, "a number and h, d, w or m, like 30d"));
    put(
        settings,
        "timeout_seconds",
        fields.optionalInteger("timeout_seconds", 1, limits.runTimeoutSeconds()));
    Map<String, Object> assumptions = assumptions(fields);
    if (!assumptions.isEmpty()) {
      settings.put("assumptions", assumptions);
    }
    return settings;
  }

  private static Map<String, Object> assumptions(Fields fields) {
    Map<String, Object> assumptions = fields.object("assumptions", CONTEXT_BYTES);
    assumptions.forEach(
        (name, value) -> {
          if (!(value instanceof Number)) {
            fields.violation("assumptions." + name, "a number", value + "");
          }
        });
    return assumptions;
  }

  private static void put(Map<String, Object> settings, String name, @Nullable Object value) {
    if (value != null) {
      settings.put(name, value);
    }
  }
}
