package ai.netra.backend.runs;

import ai.netra.backend.service.Fields;
import ai.netra.backend.service.Limits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields that start a run, read from a body over HTTP. */
final class StartBody {

  private static final String SUPERVISOR = "supervisor";
  private static final Pattern THREAD_ID = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._:-]{0,127}");
  private static final Pattern TIME_RANGE = Pattern.compile("[1-9][0-9]{0,3}[hdwm]");
  private static final int CONTEXT_BYTES = 16 * 1024;
  private static final int METADATA_BYTES = 2 * 1024;
  private static final int ID_CHARACTERS = 64;
  private static final int REFERENCES = 20;

  private StartBody() {}

  /**
   * Reads and checks them.
   *
   * @param agent the agent that the path names, or null: then the field does, or the supervisor
   * @param key the header's idempotency key, which is the same thing as the client's message id
   */
  static StartRun read(Fields fields, Limits limits, @Nullable String agent, @Nullable String key) {
    String named = agent == null ? fields.optionalText("agent_type", 1, ID_CHARACTERS) : agent;
    String clientId = fields.optionalText("client_message_id", 1, ID_CHARACTERS);
    StartRun request =
        new StartRun(
            fields.text("content", 1, limits.maxMessageChars()),
            named == null ? SUPERVISOR : named,
            fields.optionalMatch("thread_id", THREAD_ID, THREAD_ID.pattern()),
            null,
            fields.object("context", CONTEXT_BYTES),
            settings(fields.nested("settings"), limits),
            fields.texts("references", REFERENCES, 128),
            fields.object("metadata", METADATA_BYTES),
            key == null ? clientId : key);
    fields.check();
    return request;
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
    Map<String, Object> assumptions = fields.object("assumptions", CONTEXT_BYTES);
    assumptions.forEach(
        (name, value) -> {
          if (!(value instanceof Number)) {
            fields.violation("assumptions." + name, "a number", String.valueOf(value));
          }
        });
    put(settings, "assumptions", assumptions.isEmpty() ? null : assumptions);
    return settings;
  }

  private static void put(Map<String, Object> settings, String name, @Nullable Object value) {
    if (value != null) {
      settings.put(name, value);
    }
  }
}
