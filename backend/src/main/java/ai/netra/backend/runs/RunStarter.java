package ai.netra.backend.runs;

import ai.netra.backend.agents.FinishedStep;
import ai.netra.backend.agents.Pipeline;
import ai.netra.backend.agents.RunState;
import ai.netra.backend.agents.Snapshot;
import ai.netra.backend.events.Events.RunFence;
import ai.netra.backend.events.NewEvent;
import ai.netra.backend.store.Store;
import ai.netra.contract.error.ErrorCode;
import ai.netra.contract.run.RunFrame.AgentStarted;
import ai.netra.contract.run.RunFrame.ProgressUpdate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a run for this node: pins what it will see and tells {@code agent_started}, or takes it up
 * where a process left it. Lease, snapshot and frame are one transaction.
 */
final class RunStarter {

  private static final Logger LOG = LoggerFactory.getLogger(RunStarter.class);
  private static final int ALL = Integer.MAX_VALUE;

  /**
   * A run that is this node's.
   *
   * @param open what was under way when the run was taken up again
   */
  record Begun(RunRow run, long fence, RunState state, OpenWork open) {}

  /** What is known of a run before it is taken. */
  private record Pinned(Snapshot snapshot, String opening, int totalSteps) {}

  private final RunParts parts;

  RunStarter(RunParts parts) {
    this.parts = parts;
  }

  /** The run, or nothing when it ended, is another's, or cannot be begun and has failed now. */
  Optional<Begun> begin(long runKey) {
    Optional<RunRow> found =
        parts
            .store()
            .read(read -> RunRows.byKey(read.sql(), runKey))
            .filter(run -> !run.finished());
    return found.flatMap(this::begin);
  }

  private Optional<Begun> begin(RunRow run) {
    Snapshot snapshot = run.snapshot();
    if (snapshot != null) {
      return parts.store().write(transaction -> recovered(transaction, run, snapshot));
    }
    @Nullable Pinned pinned = pin(run);
    return parts.store().write(transaction -> started(transaction, run, pinned));
  }

  private @Nullable Pinned pin(RunRow run) {
    Pipeline pipeline = parts.pipeline();
    try {
      Snapshot snapshot = pipeline.pin(run.user(), run.request(), parts.clock().instant());
      RunState state = state(run, snapshot, List.of());
      return new Pinned(snapshot, pipeline.opening(state), pipeline.totalSteps(state));
    } catch (RuntimeException e) {
      LOG.atError()
          .addKeyValue("trace_id", run.traceId())
          .addKeyValue("run_id", run.id())
          .setCause(e)
          .log("a run could not be begun");
      return null;
    }
  }

  private Optional<Begun> started(
      Store.Transaction transaction, RunRow run, @Nullable Pinned pinned) {
    Instant now = parts.clock().instant();
    Optional<Long> fence = parts.leases().take(transaction.sql(), run.key(), now.toEpochMilli());
    if (fence.isEmpty()) {
      return Optional.empty();
    }
    if (pinned == null) {
      append(transaction, run, fence.get(), started(run, "What it needs could not be read", 0));
      String message = "the run could not be begun; the log has it under its trace id";
      parts.ends().failed(transaction, run, fence.get(), ErrorCode.RUN_FAILED, message, null);
      return Optional.empty();
    }
    RunRows.pinned(transaction.sql(), run.key(), pinned.snapshot(), pinned.totalSteps());
    append(transaction, run, fence.get(), started(run, pinned.opening(), pinned.totalSteps()));
    RunRow row = RunRows.byKey(transaction.sql(), run.key()).orElseThrow();
    RunState state = state(row, pinned.snapshot(), List.of());
    return Optional.of(new Begun(row, fence.get(), state, OpenWork.of(List.of())));
  }

  private static NewEvent started(RunRow run, String message, int totalSteps) {
    return run.event(
        new AgentStarted(
            "started",
            run.request().agentType(),
            run.userId(),
            message,
            totalSteps,
            run.request().metadata()));
  }

  private Optional<Begun> recovered(Store.Transaction transaction, RunRow run, Snapshot snapshot) {
    Instant now = parts.clock().instant();
    Optional<Long> fence = parts.leases().take(transaction.sql(), run.key(), now.toEpochMilli());
    if (fence.isEmpty()) {
      return Optional.empty();
    }
    if (run.recoveries() >= parts.settings().recoveries()) {
      String message = "taken up again %d times and left each time".formatted(run.recoveries());
      parts.ends().failed(transaction, run, fence.get(), ErrorCode.RUN_FAILED, message, null);
      return Optional.empty();
    }
    List<FinishedStep> steps = StepRows.of(transaction.sql(), run.key());
    OpenWork open = OpenWork.of(parts.events().ofRun(transaction, run.key(), 0, ALL));
    List<NewEvent> frames = new ArrayList<>(open.interrupted(run, now));
    frames.add(run.event(recovered(run, steps.size())));
    parts.events().append(transaction, run.user(), new RunFence(run.key(), fence.get()), frames);
    RunRow row = RunRows.byKey(transaction.sql(), run.key()).orElseThrow();
    return Optional.of(new Begun(row, fence.get(), state(row, snapshot, steps), open));
  }

  private static ProgressUpdate recovered(RunRow run, int finished) {
    return new ProgressUpdate(
        "recovered",
        "running",
        Math.min(finished + 1, Math.max(1, run.totalSteps())),
        run.totalSteps(),
        Progress.percent(finished, run.totalSteps()),
        "taken up again after %d finished steps".formatted(finished),
        0);
  }

  private void append(Store.Transaction transaction, RunRow run, long fence, NewEvent event) {
    RunFence holder = new RunFence(run.key(), fence);
    parts.events().append(transaction, run.user(), holder, List.of(event));
  }

  /** A run as its pipeline sees it. */
  static RunState state(RunRow run, Snapshot snapshot, List<FinishedStep> steps) {
    return new RunState(run.id(), run.threadId(), run.user(), run.request(), snapshot, steps);
  }
}
