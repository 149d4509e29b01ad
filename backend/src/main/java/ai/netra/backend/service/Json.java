package ai.netra.backend.service;

import ai.netra.contract.error.ErrorCode;
import java.time.Instant;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * The one mapper of the service: names in snake_case, instants as {@link Times#text}, nulls
 * written, at most 32 levels.
 */
public final class Json {

  private static final int MAX_DEPTH = 32;
  private static final JsonMapper MAPPER = build();

  private Json() {}

  public static JsonMapper mapper() {
    return MAPPER;
  }

  /** A value as compact JSON. */
  public static String text(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /** The bytes of a value's compact JSON in UTF-8. */
  public static int size(Object value) {
    return MAPPER.writeValueAsBytes(value).length;
  }

  /**
   * The longest beginning of a text whose JSON has at most so many bytes; never half a character.
   */
  public static String cut(String text, int maxBytes) {
    if (size(text) <= maxBytes) {
      return text;
    }
    int low = 0;
    int high = text.length();
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (size(whole(text, middle)) <= maxBytes) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return whole(text, low);
  }

  private static String whole(String text, int end) {
    boolean inside = end > 0 && Character.isHighSurrogate(text.charAt(end - 1));
    return text.substring(0, inside ? end - 1 : end);
  }

  /**
   * Reads one JSON object; what stands in it keeps its order.
   *
   * @param what names the thing in messages: {@code body} or {@code frame}
   * @throws Refused INVALID_JSON with line and column, or NOT_AN_OBJECT
   */
  @SuppressWarnings("unchecked") // Jackson reads an object as a map with text keys
  public static Map<String, Object> object(byte[] json, String what) {
    Object value;
    try {
      value = MAPPER.readValue(json, Object.class);
    } catch (JacksonException e) {
      throw invalid(e, what);
    }
    if (value instanceof Map<?, ?> map) {
      return (Map<String, Object>) map;
    }
    throw new Refused(
        ErrorCode.NOT_AN_OBJECT,
        "%s: a JSON object is expected, got %s".formatted(what, Shape.of(value)));
  }

  private static Refused invalid(JacksonException e, String what) {
    TokenStreamLocation at = e.getLocation() == null ? TokenStreamLocation.NA : e.getLocation();
    int line = Math.max(1, at.getLineNr());
    int column = Math.max(1, at.getColumnNr());
    return new Refused(
        ErrorCode.INVALID_JSON,
        "%s: not JSON of at most %d levels at line %d, column %d"
            .formatted(what, MAX_DEPTH, line, column),
        Map.of("line", line, "column", column));
  }

  private static JsonMapper build() {
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build();
    return JsonMapper.builder(factory)
        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .addModule(new SimpleModule().addSerializer(new InstantText()))
        .build();
  }

  private static final class InstantText extends StdSerializer<Instant> {
    InstantText() {
      super(Instant.class);
    }

    @Override
    public void serialize(Instant value, JsonGenerator generator, SerializationContext context) {
      generator.writeString(Times.text(value));
    }
  }
}
