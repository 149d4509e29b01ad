package ai.netra.backend.service;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a JSON value is, in words. */
final class Shape {

  private Shape() {}

  static String of(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case Map<?, ?> _ -> "an object";
      case List<?> _ -> "an array";
      case String _ -> "a string";
      case Boolean _ -> "a boolean";
      case Number _ -> "a number";
      default -> throw new IllegalArgumentException("no JSON value: " + value.getClass());
    };
  }

  /** What an error may repeat of a value: scalars as they stand, the rest by its shape. */
  static String received(@Nullable Object value) {
    return switch (value) {
      case String text -> text;
      case Boolean flag -> flag.toString();
      case Number number -> number.toString();
      case null, default -> of(value);
    };
  }

  /** A whole number; null where it is none. In a query numbers stand as text. */
  static @Nullable Long whole(Object value, boolean query) {
    if (value instanceof Integer || value instanceof Long) {
      return ((Number) value).longValue();
    }
    if (query && value instanceof String text && text.matches("-?[0-9]{1,18}")) {
      return Long.valueOf(text);
    }
    return null;
  }

  /** Whether stores and peers can take it: without NUL and halves of surrogate pairs. */
  static boolean isText(String text) {
    return text.codePoints().noneMatch(each -> each == 0 || (each >= 0xD800 && each <= 0xDFFF));
  }
}
