package ai.netra.backend.service;

import ai.netra.contract.error.ErrorCode;
import ai.netra.contract.error.Violation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one JSON object, or of a query, by their rules. A getter whose field breaks
 * its rule notes a violation and returns a harmless value; {@link #check} then refuses with all
 * violations at once, so call it before any value is used. JSON null counts as absent. Used by one
 * thread.
 */
public final class Fields {

  private record Noted(Violation violation, String message) {}

  private final Map<String, ? extends @Nullable Object> values;
  private final String prefix;
  private final boolean query;
  private final List<Noted> noted;

  private Fields(
      Map<String, ? extends @Nullable Object> values,
      String prefix,
      boolean query,
      List<Noted> noted) {
    this.values = values;
    this.prefix = prefix;
    this.query = query;
    this.noted = noted;
  }

  /** The fields of a JSON object: types are strict. */
  public static Fields of(Map<String, ? extends @Nullable Object> object) {
    return new Fields(object, "", false, new ArrayList<>());
  }

  /** The parameters of a query: numbers and flags stand as text. */
  public static Fields ofQuery(Map<String, String> parameters) {
    return new Fields(parameters, "", true, new ArrayList<>());
  }

  public boolean has(String name) {
    return values.get(name) != null;
  }

  /** The value as it was sent, of any shape. */
  public @Nullable Object any(String name) {
    return values.get(name);
  }

  /** A required text of so many characters (code points) after trimming; "" where it is none. */
  public String text(String name, int min, int max) {
    if (!has(name)) {
      note(name, characters(min, max), "nothing", "nothing");
      return "";
    }
    String text = optionalText(name, min, max);
    return text == null ? "" : text;
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
    note(name, rule, Shape.received(value), Shape.received(value));
    return null;
  }

  /** A text that must be there and match; "" where it is none. */
  public String match(String name, Pattern pattern, String rule) {
    if (!has(name)) {
      note(name, rule, "nothing", "nothing");
      return "";
    }
    String text = optionalMatch(name, pattern, rule);
    return text == null ? "" : text;
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
    note(
        name, "one of " + String.join(", ", choices), Shape.received(value), Shape.received(value));
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
    Long number = whole(value);
    if (number == null || number < min || number > max) {
      note(
          name, "integer %d..%d".formatted(min, max), Shape.received(value), Shape.received(value));
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
        note(name, "true or false", Shape.received(value), Shape.received(value));
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
    if (value instanceof String text) {
      try {
        return Instant.parse(text);
      } catch (DateTimeParseException e) {
        note(name, "ISO-8601 instant", text, text);
        return null;
      }
    }
    note(name, "ISO-8601 instant", Shape.received(value), Shape.received(value));
    return null;
  }

  /** An object whose compact JSON has at most so many bytes in UTF-8; empty where it is absent. */
  @SuppressWarnings("unchecked") // objects of the mapper have text keys
  public Map<String, Object> object(String name, int maxBytes) {
    Object value = values.get(name);
    if (value == null) {
      return Map.of();
    }
    if (!(value instanceof Map<?, ?> map)) {
      note(name, "an object", Shape.received(value), Shape.received(value));
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
    Object value = values.get(name);
    if (value != null && !(value instanceof Map<?, ?>)) {
      note(name, "an object", Shape.received(value), Shape.received(value));
    }
    return new Fields(object(name, Integer.MAX_VALUE), path(name) + ".", query, noted);
  }

  /** A list of texts, each of so many characters; empty where it is absent. */
  public List<String> texts(String name, int maxItems, int maxCharacters) {
    Object value = values.get(name);
    if (value == null) {
      return List.of();
    }
    String rule = "up to %d strings of 1..%d characters".formatted(maxItems, maxCharacters);
    if (!(value instanceof List<?> list) || list.size() > maxItems) {
      note(name, rule, Shape.received(value), Shape.received(value));
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    for (Object item : list) {
      if (item instanceof String text && !text.isBlank() && text.length() <= maxCharacters) {
        texts.add(text);
      } else {
        note(name, rule, Shape.received(item), Shape.received(item));
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
    if (!noted.isEmpty()) {
      List<Violation> violations = noted.stream().map(Noted::violation).toList();
      throw new Refused(
          ErrorCode.VALIDATION_ERROR, noted.getFirst().message(), Map.of("violations", violations));
    }
  }

  private @Nullable Long whole(Object value) {
    if (value instanceof Integer || value instanceof Long) {
      return ((Number) value).longValue();
    }
    if (query && value instanceof String text && text.matches("-?[0-9]{1,18}")) {
      return Long.valueOf(text);
    }
    return null;
  }

  /** A NUL or half a surrogate pair is no text: stores and peers choke on it. */
  private @Nullable String readable(String name, String text) {
    boolean broken =
        text.codePoints().anyMatch(each -> each == 0 || (each >= 0xD800 && each <= 0xDFFF));
    if (broken) {
      note(name, "text without NUL and unpaired surrogates", "[unreadable]", "such a character");
      return null;
    }
    return text;
  }

  private void note(String name, String rule, String received, String messageReceived) {
    String field = path(name);
    String message =
        "%s: %s, got %s"
            .formatted(field, rule.replace("..", " to "), Violation.cut(messageReceived));
    noted.add(new Noted(new Violation(field, rule, received), message));
  }

  private String path(String name) {
    return prefix + name;
  }

  private static String characters(int min, int max) {
    return "%d..%d characters".formatted(min, max);
  }
}
