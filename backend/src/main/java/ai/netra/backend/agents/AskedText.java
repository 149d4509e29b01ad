package ai.netra.backend.agents;

import ai.netra.backend.usage.Profile;
import java.util.List;
import java.util.function.BiFunction;

/**
 * A question about rows: its window, and how the rest of it is read once the user's names are
 * known.
 */
record AskedText(AskedWindow window, BiFunction<String, List<Profile.Name>, Suppositions> reading) {

  /** One that supposes nothing. */
  static AskedText of(AskedWindow window) {
    return new AskedText(window, (question, _) -> Suppositions.none(question));
  }

  /** The question without the words of its window. */
  String rest() {
    return window.rest();
  }

  Suppositions suppositions(List<Profile.Name> names) {
    return reading.apply(rest(), names);
  }
}
