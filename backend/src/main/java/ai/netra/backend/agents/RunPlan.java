package ai.netra.backend.agents;

import static ai.netra.backend.agents.AgentName.DATA;
import static ai.netra.backend.agents.AgentName.DATA_HELPER;
import static ai.netra.backend.agents.AgentName.REPORTING;
import static ai.netra.backend.agents.AgentName.TRIAGE;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/** The steps that a run takes, triage first. */
enum RunPlan {
  ANALYSE,
  GUIDE,
  FALLBACK;

  @JsonValue
  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The agents in their order; what is only partly covered is followed by what is missing. */
  List<AgentName> steps(Sufficiency.Level level) {
    return switch (this) {
      case ANALYSE ->
          level == Sufficiency.Level.PARTIAL
              ? List.of(TRIAGE, DATA, DATA_HELPER, REPORTING)
              : List.of(TRIAGE, DATA, REPORTING);
      case GUIDE, FALLBACK -> List.of(TRIAGE, DATA_HELPER, REPORTING);
    };
  }

  static RunPlan chosen(Intent intent, Sufficiency.Level level) {
    boolean enough = level != Sufficiency.Level.INSUFFICIENT;
    return intent.needsData() && enough ? ANALYSE : GUIDE;
  }
}
