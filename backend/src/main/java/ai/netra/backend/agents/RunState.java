package ai.netra.backend.agents;

import ai.netra.backend.identity.UserKey;
import java.util.List;

/** A run as its pipeline sees it: everything that is decided so far, and nothing else. */
public record RunState(
    String runId, UserKey user, RunRequest request, Snapshot snapshot, List<FinishedStep> steps) {

  public RunState {
    steps = List.copyOf(steps);
  }
}
