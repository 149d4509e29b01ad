package ai.netra.backend.service;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one JSON object, or of a query, by their rules. A getter whose field breaks
 * its rule notes a violation and returns a harmless value; {@link #check} then refuses with all
 * violations at once, so call it before any value is used. JSON null counts as absent. Used by one
 * thread.
 */
public final class Fields {

  private final Map<String, ? extends @Nullable Object> values;
  private final String prefix;
  private final boolean query;
  private final FieldFaults faults;

  private Fields(
      Map<String, ? extends @Nullable Object> values,
      String prefix,
      boolean query,
      FieldFaults faults) {
    this.values = values;
    this.prefix = prefix;
    this.query = query;
    this.faults = faults;
  }

  /** The fields of a JSON object: types are strict. */
  public static Fields of(Map<String, ? extends @Nullable Object> object) {
    return new Fields(object, "", false, new FieldFaults());
  }

  /** The parameters of a query: numbers and flags stand as text. */
  public static Fields ofQuery(Map<String, String> parameters) {
    return new Fields(parameters, "", true, new FieldFaults());
  }

  public boolean has(String name) {
    return values.get(name) != null;
  }

  /** The value as it was sent, of any shape. */
  public @Nullable Object any(String name) {
    return values.get(name);
  }

  /** All values as they were sent. */
  public Map<String, ? extends @Nullable Object> all() {
    return values;
  }

  /** A required text of so many characters (code points) after trimming; "" where it is none. */
  public String text(String name, int min, int max) {
    if (!has(name)) {
      note(name, characters(min, max), "nothing", "nothing");
      return "";
    }
    return Objects.requireNonNullElse(optionalText(name, min, max), "");
  }

  /** As {@link #text}, null where it is absent. */
  public @Nullable String optionalText(String name, int min, int max) {
    Object value = values.get(name);
    if (value == null) {
      return null;
    }
    if (!(value instanceof String text)) {
      note(name, "string of " + characters(min, max), Shape.received(value), Shape.of(value));
      return null;
    }
    String trimmed = text.strip();
    int length = trimmed.codePointCount(0, trimmed.length());
    if (length < min || length > max) {
      note(name, characters(min, max), text, Integer.toString(length));
      return null;
    }
    return readable(name, trimmed);
  }

  /** A text that must match, null where it is absent. {@code rule} says the pattern in words. */
  public @Nullable String optionalMatch(String name, Pattern pattern, String rule) {
    Object value = values.get(name);
    if (value == null) {
      return null;
    }
    if (value instanceof String text && pattern.matcher(text).matches()) {
      return text;
    }
    note(name, rule, value);
    return null;
  }

  /** A text that must be there and match; "" where it is none. */
  public String match(String name, Pattern pattern, String rule) {
    if (!has(name)) {
      note(name, rule, "nothing", "nothing");
      return "";
    }
    return Objects.requireNonNullElse(optionalMatch(name, pattern, rule), "");
  }

  /** One of a few words, null where it is absent. */
  public @Nullable String optionalChoice(String name, Collection<String> choices) {
    Object value = values.get(name);
    if (value == null) {
      return null;
    }
    if (value instanceof String text && choices.contains(text)) {
      return text;
    }
    note(name, "one of " + String.join(", ", choices), value);
    return null;
  }

  public String choice(String name, Collection<String> choices, String otherwise) {
    String value = optionalChoice(name, choices);
    return value == null ? otherwise : value;
  }

  /** A whole number in a range, {@code otherwise} where it is absent. */
  public long integer(String name, long min, long max, long otherwise) {
    Long value = optionalInteger(name, min, max);
    return value == null ? otherwise : value;
  }

  /** A whole number in a range, null where it is absent. */
  public @Nullable Long optionalInteger(String name, long min, long max) {
    Object value = values.get(name);
    if (value == null) {
      return null;
    }
    Long number = Shape.whole(value, query);
    if (number == null || number < min || number > max) {
      note(name, "integer %d..%d".formatted(min, max), value);
      return null;
    }
    return number;
  }

  /** A number in a range, both ends included; null where it is absent. */
  public @Nullable BigDecimal optionalNumber(String name, BigDecimal min, BigDecimal max) {
    Object value = values.get(name);
    if (value == null) {
      return null;
    }
    BigDecimal number = value instanceof Number given ? new BigDecimal(given.toString()) : null;
    if (number == null || number.compareTo(min) < 0 || number.compareTo(max) > 0) {
      String rule = "number %s..%s".formatted(min.toPlainString(), max.toPlainString());
      note(name, rule, value);
      return null;
    }
    return number;
  }

  public boolean flag(String name, boolean otherwise) {
    Object value = values.get(name);
    return switch (value) {
      case null -> otherwise;
      case Boolean flag -> flag;
      case String text when query && (text.equals("true") || text.equals("false")) ->
          text.equals("true");
      default -> {
        note(name, "true or false", value);
        yield otherwise;
      }
    };
  }

  /** An ISO-8601 instant, null where it is absent. */
  public @Nullable Instant optionalInstant(String name) {
    Object value = values.get(name);
    if (value == null) {
      return null;
    }
    try {
      return Instant.parse(value instanceof String text ? text : "");
    } catch (DateTimeParseException e) {
      note(name, "ISO-8601 instant", value);
      return null;
    }
  }

  /** An object whose compact JSON has at most so many bytes in UTF-8; empty where it is absent. */
  @SuppressWarnings("unchecked") // objects of the mapper have text keys
  public Map<String, Object> object(String name, int maxBytes) {
    Object value = values.get(name);
    if (value == null) {
      return Map.of();
    }
    if (!(value instanceof Map<?, ?> map)) {
      note(name, "an object", value);
      return Map.of();
    }
    int bytes = Json.text(map).getBytes(StandardCharsets.UTF_8).length;
    if (bytes > maxBytes) {
      note(name, "an object of at most %d bytes".formatted(maxBytes), bytes + " bytes", bytes + "");
      return Map.of();
    }
    return (Map<String, Object>) map;
  }

  /** The fields of an object within this one; its violations are noted here, by dotted path. */
  public Fields nested(String name) {
    return new Fields(object(name, Integer.MAX_VALUE), path(name) + ".", query, faults);
  }

  /** The fields of each object of a list, by {@code name[0].}; empty where it is absent. */
  @SuppressWarnings("unchecked") // objects of the mapper have text keys
  public List<Fields> items(String name, int maxItems) {
    Object value = values.get(name);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof List<?> list)
        || list.size() > maxItems
        || !list.stream().allMatch(Map.class::isInstance)) {
      note(name, "up to %d objects".formatted(maxItems), Shape.of(value), Shape.of(value));
      return List.of();
    }
    List<Fields> items = new ArrayList<>();
    for (Object item : list) {
      String place = "%s[%d].".formatted(path(name), items.size());
      items.add(new Fields((Map<String, Object>) item, place, query, faults));
    }
    return items;
  }

  /** A list of texts, each of so many characters; empty where it is absent. */
  public List<String> texts(String name, int maxItems, int maxCharacters) {
    Object value = values.get(name);
    if (value == null) {
      return List.of();
    }
    String rule = "up to %d strings of 1..%d characters".formatted(maxItems, maxCharacters);
    if (!(value instanceof List<?> list) || list.size() > maxItems) {
      note(name, rule, value);
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    for (Object item : list) {
      if (item instanceof String text && !text.isBlank() && text.length() <= maxCharacters) {
        texts.add(text);
      } else {
        note(name, rule, item);
        return List.of();
      }
    }
    return List.copyOf(texts);
  }

  /** Notes a violation of a rule of the caller's own. */
  public void violation(String name, String rule, String received) {
    note(name, rule, received, received);
  }

  /**
   * Refuses when any field broke its rule.
   *
   * @throws Refused VALIDATION_ERROR with all violations; the message is that of the first
   */
  public void check() {
    faults.check();
  }

  /** A NUL or half a surrogate pair is no text: stores and peers choke on it. */
  private @Nullable String readable(String name, String text) {
    if (!Shape.isText(text)) {
      note(name, "text without NUL and unpaired surrogates", "[unreadable]", "such a character");
      return null;
    }
    return text;
  }

  private void note(String name, String rule, @Nullable Object value) {
    note(name, rule, Shape.received(value), Shape.received(value));
  }

  private void note(String name, String rule, String received, String messageReceived) {
    faults.note(path(name), rule, received, messageReceived);
  }

  private String path(String name) {
    return prefix + name;
  }

  private static String characters(int min, int max) {
    return "%d..%d characters".formatted(min, max);
  }
}
