package ai.netra.backend.agents;

import static ai.netra.backend.agents.AgentName.ACTIONS;
import static ai.netra.backend.agents.AgentName.DATA;
import static ai.netra.backend.agents.AgentName.DATA_HELPER;
import static ai.netra.backend.agents.AgentName.OPTIMIZATION;
import static ai.netra.backend.agents.AgentName.REPORTING;
import static ai.netra.backend.agents.AgentName.TRIAGE;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/** The steps that a run takes, triage first. */
enum RunPlan {
  FULL,
  PARTIAL,
  ANALYSE,
  SIMULATE,
  GUIDE,
  FALLBACK;

  @JsonValue
  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The agents in their order; what is only partly covered is followed by what is missing. */
  List<AgentName> steps(Sufficiency.Level level) {
    return switch (this) {
      case FULL -> List.of(TRIAGE, DATA, OPTIMIZATION, ACTIONS, REPORTING);
      case PARTIAL -> List.of(TRIAGE, DATA, OPTIMIZATION, DATA_HELPER, ACTIONS, REPORTING);
      case SIMULATE -> List.of(TRIAGE, DATA, OPTIMIZATION, REPORTING);
      case ANALYSE ->
          level == Sufficiency.Level.PARTIAL
              ? List.of(TRIAGE, DATA, DATA_HELPER, REPORTING)
              : List.of(TRIAGE, DATA, REPORTING);
      case GUIDE, FALLBACK -> List.of(TRIAGE, DATA_HELPER, REPORTING);
    };
  }

  /** By what is asked and how far the data go; goals get the full plan until they are weighed. */
  static RunPlan chosen(Intent intent, Sufficiency.Level level) {
    if (!intent.needsData() || level == Sufficiency.Level.INSUFFICIENT) {
      return GUIDE;
    }
    boolean all = level == Sufficiency.Level.SUFFICIENT;
    return switch (intent) {
      case OPTIMISE, PLAN, GOALS -> all ? FULL : PARTIAL;
      case SIMULATE -> all ? SIMULATE : PARTIAL;
      case ANALYSE, MONITOR, COMPARE, PRICES, SYNTHESISE, HELP, OUT_OF_SCOPE -> ANALYSE;
    };
  }
}
