package ai.netra.backend.runs;

import ai.netra.backend.events.Cause;
import ai.netra.backend.events.StoredEvent;
import ai.netra.backend.identity.UserKey;
import ai.netra.contract.list.Page;
import ai.netra.contract.run.ActiveRun;
import ai.netra.contract.run.RunHead;
import ai.netra.contract.run.RunView;
import ai.netra.contract.thread.MessageView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs of users, over sockets and HTTP alike. Another user's run reads as one that nobody has.
 *
 * <p>Refusals: RUN_NOT_FOUND, THREAD_NOT_FOUND, AGENT_NOT_FOUND with the known ones, NOT_FOUND for
 * a reference, IDEMPOTENCY_CONFLICT, RUN_QUEUE_FULL, PLAN_LIMIT, SERVICE_DRAINING; RUN_FINISHED and
 * CONFLICT where the state does not allow it.
 */
public interface Runs {

  /** Stores message and run and queues it; a message sent twice gives the first run. */
  StartOutcome start(Cause cause, StartRun request);

  /** Stores a message that starts nothing; one sent twice gives the first. */
  MessageView store(Cause cause, StartRun request);

  /** Looks what a stop would stop; without a run id all unfinished runs of the thread. */
  StopOutcome stop(Cause cause, StopRequest request);

  /** A run, whole. */
  RunView get(UserKey user, String runId);

  /** Runs, newest first. */
  Page<RunHead> list(UserKey user, RunQuery query);

  /** Events of a run after a number. */
  RunEvents events(UserKey user, String runId, long afterSeq, int limit);

  /** The user's unfinished runs, in the order of their start. */
  List<ActiveRun> unfinished(UserKey user);

  /** One run's status, finished or not. */
  ActiveRun status(UserKey user, String runId);

  /** The run when it has ended, or as it is when the time is over. */
  RunView await(UserKey user, String runId, Duration atMost) throws InterruptedException;

  /** A new run of a finished run's message. */
  StartOutcome retry(Cause cause, String runId);

  /** Keeps the user's opinion of a finished run; a later one replaces it. */
  void feedback(UserKey user, String runId, int rating, @Nullable String comment);

  /**
   * Starts nothing any more, waits for running runs, and lets go of those that are left at their
   * last finished step, to be resumed.
   */
  void drain(Duration atMost);

  /** What to stop; exactly one of the ids is given. */
  record StopRequest(@Nullable String runId, @Nullable String threadId, @Nullable String reason) {}

  /** Which runs; null does not narrow. */
  record RunQuery(
      @Nullable String threadId,
      @Nullable String state,
      @Nullable Instant from,
      @Nullable Instant to,
      int limit,
      @Nullable String pageToken) {}

  /** A page of a run's events. */
  record RunEvents(List<StoredEvent> events, boolean hasMore, long lastSeq) {}
}
