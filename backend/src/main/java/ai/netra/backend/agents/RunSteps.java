package ai.netra.backend.agents;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The agents that a run executes, as far as its finished steps tell. */
record RunSteps(List<AgentName> agents, boolean decided, String why) {

  /** Until triage has picked the plan a run counts as many steps as the longest plan has. */
  private static final int BEFORE_TRIAGE = 5;

  static RunSteps of(Finished finished) {
    AgentName asked = AgentName.named(finished.request().agentType()).orElse(AgentName.SUPERVISOR);
    if (asked == AgentName.SUPERVISOR || asked == AgentName.REPORTING) {
      return planned(finished);
    }
    List<AgentName> steps = new ArrayList<>(AgentCard.dependsOn(asked));
    steps.add(asked);
    return new RunSteps(List.copyOf(steps), true, "the run asks for the agent " + asked.wireName());
  }

  private static RunSteps planned(Finished finished) {
    if (finished.step(AgentName.TRIAGE).isEmpty()) {
      return new RunSteps(List.of(AgentName.TRIAGE), false, "every run begins with triage");
    }
    return finished
        .triage()
        .map(
            triage ->
                new RunSteps(
                    triage.plan().steps(triage.sufficiency().level()),
                    true,
                    "the plan is " + triage.plan().wireName()))
        .orElseGet(
            () ->
                new RunSteps(
                    RunPlan.FALLBACK.steps(Sufficiency.Level.INSUFFICIENT),
                    true,
                    "triage failed, so the plan is fallback"));
  }

  /** Every agent that a plan can name. */
  static Set<AgentName> every() {
    return EnumSet.complementOf(EnumSet.of(AgentName.SUPERVISOR));
  }

  int total() {
    return decided ? agents.size() : BEFORE_TRIAGE;
  }

  Optional<AgentName> next(int finished) {
    return finished < agents.size() ? Optional.of(agents.get(finished)) : Optional.empty();
  }

  boolean isLast(int index) {
    return decided && index == agents.size();
  }

  String reason(AgentName agent) {
    return switch (agent) {
      case TRIAGE -> "Finds out what is asked and whether the data can answer it; " + why;
      case DATA -> "Computes what happened in the window; " + why;
      case OPTIMIZATION -> "Computes what can be saved by which strategies; " + why;
      case ACTIONS -> "Says how to put the advice to work; " + why;
      case DATA_HELPER -> "Names what is missing and how to send it; " + why;
      case SUPERVISOR, REPORTING -> "Writes the answer from the facts; " + why;
    };
  }
}
