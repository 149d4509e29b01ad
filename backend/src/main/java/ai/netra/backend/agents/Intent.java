package ai.netra.backend.agents;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a question wants. Ties are decided by this order. */
enum Intent {
  OPTIMISE,
  PLAN,
  SIMULATE,
  ANALYSE,
  MONITOR,
  GOALS,
  COMPARE,
  PRICES,
  SYNTHESISE,
  HELP,
  OUT_OF_SCOPE;

  @JsonValue
  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the answer needs rows of usage. */
  boolean needsData() {
    return this != HELP && this != OUT_OF_SCOPE;
  }

  /** Whether agents of its own will answer it one day; until then the nearest plan does. */
  boolean comesLater() {
    return switch (this) {
      case GOALS, COMPARE, PRICES, SYNTHESISE -> true;
      case OPTIMISE, PLAN, SIMULATE, ANALYSE, MONITOR, HELP, OUT_OF_SCOPE -> false;
    };
  }
}
