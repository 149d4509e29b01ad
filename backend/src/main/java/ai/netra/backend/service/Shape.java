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
}
