package ai.netra.backend.threads;

import ai.netra.backend.events.Cause;
import ai.netra.backend.store.Store;

/** What threads ask of the runs in them; the room of runs gives it. */
public interface ThreadWork {

  /** Ends the thread's unfinished runs as cancelled, in the caller's transaction. */
  void cancelUnfinished(
      Store.Transaction transaction, Cause cause, long threadKey, String threadId);
}
