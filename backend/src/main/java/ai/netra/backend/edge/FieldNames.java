package ai.netra.backend.edge;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives fields their canonical names where only an old one is there. */
final class FieldNames {

  private FieldNames() {}

  /**
   * Adds each canonical field that is absent, or blank, from the first of its old names that is
   * there.
   *
   * @param names canonical field to its old names
   */
  static void complete(Map<String, Object> fields, Map<String, List<String>> names) {
    names.forEach(
        (name, olds) -> {
          if (isAbsent(fields.get(name))) {
            olds.stream()
                .map(fields::get)
                .filter(value -> !isAbsent(value))
                .findFirst()
                .ifPresent(value -> fields.put(name, value));
          }
        });
  }

  private static boolean isAbsent(@Nullable Object value) {
    return value == null || (value instanceof String text && text.isBlank());
  }
}
