package ai.netra.backend.runs;

import ai.netra.backend.events.Events.Fenced;
import ai.netra.backend.events.Events.RunFence;
import ai.netra.backend.events.NewEvent;
import ai.netra.backend.store.Store;
import ai.netra.contract.run.RunFrame;
import java.util.List;

/**
 * Writes the frames of one run under its fence. Single frames do not wait for their commit; what is
 * written with {@link #append} holds when its unit is committed, and all before it with it.
 */
final class RunScribe {

  private final RunParts parts;
  private final RunRow run;
  private final RunFence fence;
  private final LiveRun live;

  RunScribe(RunParts parts, RunRow run, long fence, LiveRun live) {
    this.parts = parts;
    this.run = run;
    this.fence = new RunFence(run.key(), fence);
    this.live = live;
  }

  RunRow run() {
    return run;
  }

  long fence() {
    return fence.fence();
  }

  /** Submits a frame in the name of an agent; a lost fence stops the run's work. */
  void tell(RunFrame frame, String agent) {
    NewEvent event = run.event(frame, agent);
    live.told(parts.nanos().getAsLong());
    parts.store().submit(transaction -> submitted(transaction, event));
  }

  private boolean submitted(Store.Transaction transaction, NewEvent event) {
    try {
      append(transaction, List.of(event));
      return true;
    } catch (Fenced lost) {
      live.token().stop(CancelToken.Reason.FENCED);
      return false;
    }
  }

  /** Appends frames in a unit of the caller's. */
  void append(Store.Transaction transaction, List<NewEvent> events) {
    live.told(parts.nanos().getAsLong());
    parts.events().append(transaction, run.user(), fence, events);
  }
}
