package ai.netra.backend.agents;

import ai.netra.backend.service.Fields;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a value stands among the arguments of a call, such as {@code changes[0].ratio}.
 *
 * @param fields take what breaks a rule
 * @param path empty for the arguments themselves
 */
record Place(Fields fields, String path) {

  Place field(String name) {
    return new Place(fields, path.isEmpty() ? name : path + "." + name);
  }

  Place item(int index) {
    return new Place(fields, "%s[%d]".formatted(path, index));
  }

  /** Notes that the value here breaks a rule. */
  void breaks(String rule, @Nullable Object value) {
    fields.violation(path, rule, shown(value));
  }

  /** Notes that a value must be here and is not. */
  void missing(String rule) {
    fields.violation(path, rule, "nothing");
  }

  private static String shown(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case Map<?, ?> _ -> "an object";
      case List<?> list -> "an array of " + list.size();
      default -> value.toString();
    };
  }
}
