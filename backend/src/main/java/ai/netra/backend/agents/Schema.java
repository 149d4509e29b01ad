package ai.netra.backend.agents;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an argument must be. One definition is shown as JSON Schema and checked by, so the two
 * cannot differ.
 */
sealed interface Schema permits Schema.Scalar, ListSchema, ObjectSchema, KindSchema {

  /** As JSON Schema says it, in a steady order. */
  Map<String, Object> json();

  /** The rule in words, for whoever broke it. */
  String rule();

  /** Notes at the place all that a value breaks. */
  void check(Place place, @Nullable Object value);

  static Schema text() {
    return new Text(256);
  }

  static Schema day() {
    return new Day();
  }

  static Schema flag() {
    return new Flag();
  }

  /** One of a few words or numbers. */
  static Schema oneOf(List<?> values) {
    return new OneOf(values);
  }

  static Schema notNegative() {
    return new Amount(BigDecimal.ZERO, null, false);
  }

  static Schema positive() {
    return new Amount(BigDecimal.ZERO, null, true);
  }

  static Schema between(BigDecimal least, BigDecimal most) {
    return new Amount(least, most, false);
  }

  static Schema integer(long least, long most) {
    return new Whole(least, most);
  }

  /** A value without parts. */
  sealed interface Scalar extends Schema {

    /** Whether it is one of these. */
    boolean holds(@Nullable Object value);

    @Override
    default void check(Place place, @Nullable Object value) {
      if (!holds(value)) {
        place.breaks(rule(), value);
      }
    }
  }

  /** Text of 1 to so many characters, and not blank. */
  record Text(int most) implements Scalar {
    @Override
    public Map<String, Object> json() {
      return ordered("type", "string", "minLength", 1, "maxLength", most, "pattern", "\\S");
    }

    @Override
    public String rule() {
      return "text of 1..%d characters".formatted(most);
    }

    @Override
    public boolean holds(@Nullable Object value) {
      return value instanceof String text
          && !text.isBlank()
          && text.codePointCount(0, text.length()) <= most;
    }
  }

  /** A UTC day. */
  record Day() implements Scalar {
    @Override
    public Map<String, Object> json() {
      return ordered("type", "string", "format", "date", "pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
    }

    @Override
    public String rule() {
      return "a UTC day such as 2026-01-05";
    }

    @Override
    public boolean holds(@Nullable Object value) {
      try {
        return value instanceof String text && text.length() == 10 && LocalDate.parse(text) != null;
      } catch (DateTimeException e) {
        return false;
      }
    }
  }

  /** True or false. */
  record Flag() implements Scalar {
    @Override
    public Map<String, Object> json() {
      return ordered("type", "boolean");
    }

    @Override
    public String rule() {
      return "true or false";
    }

    @Override
    public boolean holds(@Nullable Object value) {
      return value instanceof Boolean;
    }
  }

  /** One of a few words or numbers. */
  record OneOf(List<?> values) implements Scalar {
    @Override
    public Map<String, Object> json() {
      return ordered("enum", values);
    }

    @Override
    public String rule() {
      return "one of " + values.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    @Override
    public boolean holds(@Nullable Object value) {
      return value != null && values.stream().anyMatch(each -> same(each, value));
    }

    private static boolean same(Object one, Object other) {
      return (one instanceof Number && other instanceof Number)
          ? number(one).compareTo(number(other)) == 0
          : one.equals(other);
    }
  }

  /** A number from {@code least}, itself too unless {@code above} says otherwise. */
  record Amount(BigDecimal least, @Nullable BigDecimal most, boolean above) implements Scalar {
    @Override
    public Map<String, Object> json() {
      Map<String, Object> json =
          ordered("type", "number", above ? "exclusiveMinimum" : "minimum", least);
      if (most != null) {
        json.put("maximum", most);
      }
      return json;
    }

    @Override
    public String rule() {
      String from = least.toPlainString();
      return most == null
          ? "a number %s %s".formatted(above ? "above" : "from", from)
          : "a number %s..%s".formatted(from, most.toPlainString());
    }

    @Override
    public boolean holds(@Nullable Object value) {
      if (!(value instanceof Number)) {
        return false;
      }
      BigDecimal number = number(value);
      return number.compareTo(least) >= (above ? 1 : 0)
          && (most == null || number.compareTo(most) <= 0);
    }
  }

  /** A whole number within two others. */
  record Whole(long least, long most) implements Scalar {
    @Override
    public Map<String, Object> json() {
      return ordered("type", "integer", "minimum", least, "maximum", most);
    }

    @Override
    public String rule() {
      return "an integer %d..%d".formatted(least, most);
    }

    @Override
    public boolean holds(@Nullable Object value) {
      return (value instanceof Integer || value instanceof Long)
          && ((Number) value).longValue() >= least
          && ((Number) value).longValue() <= most;
    }
  }

  private static BigDecimal number(Object value) {
    return new BigDecimal(value.toString());
  }

  /** Names and values by turns, in this order. */
  private static Map<String, Object> ordered(Object... namesAndValues) {
    Map<String, Object> json = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      json.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return json;
  }
}
