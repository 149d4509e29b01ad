package ai.netra.backend.agents;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;

/** Every agent of the registry. */
enum AgentName {
  SUPERVISOR,
  TRIAGE,
  DATA,
  OPTIMIZATION,
  ACTIONS,
  DATA_HELPER,
  REPORTING;

  /** The name on the wire. */
  @JsonValue
  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<AgentName> named(String name) {
    for (AgentName agent : values()) {
      if (agent.wireName().equals(name)) {
        return Optional.of(agent);
      }
    }
    return Optional.empty();
  }
}
