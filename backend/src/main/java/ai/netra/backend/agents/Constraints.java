package ai.netra.backend.agents;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/**
 * What the user asks to be kept or reached, in the user's words; the plans that compute with them
 * come later, so an answer repeats them and does not count with them.
 */
record Constraints(List<Stated> stated) {

  static final Constraints NONE = new Constraints(List.of());

  Constraints {
    stated = List.copyOf(stated);
  }

  /** The kinds that the grammar knows. */
  enum Kind {
    SAVING,
    GROWTH,
    BUDGET,
    LATENCY,
    KEEP_LATENCY,
    KEEP_QUALITY,
    PROVIDERS;

    @JsonValue
    String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** One of them, with the words that state it. */
  record Stated(Kind kind, String words) {}
}
