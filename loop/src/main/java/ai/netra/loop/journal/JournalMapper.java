package ai.netra.loop.journal;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** The room's one way to JSON: snake_case, every member written, anything unexpected refused. */
final class JournalMapper {

  private static final JsonMapper READING = builder().build();

  private JournalMapper() {}

  /** For reading: unknown, missing and doubled members are errors. */
  static JsonMapper reading() {
    return READING;
  }

  /** For writing: each text passes the redaction. */
  static JsonMapper writing(Redaction redaction) {
    SimpleModule module = new SimpleModule("redaction");
    module.addSerializer(String.class, new RedactedText(redaction));
    return builder().addModule(module).build();
  }

  private static JsonMapper.Builder builder() {
    return JsonMapper.builder()
        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }

  private static final class RedactedText extends StdSerializer<String> {

    private final Redaction redaction;

    RedactedText(Redaction redaction) {
      super(String.class);
      this.redaction = redaction;
    }

    @Override
    public void serialize(String text, JsonGenerator json, SerializationContext context) {
      json.writeString(redaction.text(text));
    }
  }
}
