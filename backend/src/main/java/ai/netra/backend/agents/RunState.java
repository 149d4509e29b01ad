package ai.netra.backend.agents;

import ai.netra.backend.identity.UserKey;
import java.util.List;

/** A run as its pipeline sees it: everything that is decided so far, and nothing else. */
public record RunState(
    String runId,
    String threadId,
    UserKey user,
    RunRequest request,
    Snapshot snapshot,
    List<FinishedStep> steps) {

  public RunState {
    steps = List.copyOf(steps);
  }

  /** The same run with these steps finished. */
  public RunState with(List<FinishedStep> finished) {
    return new RunState(runId, threadId, user, request, snapshot, finished);
  }
}
