package ai.netra.backend.runs;

import ai.netra.backend.agents.FinishedStep;
import ai.netra.backend.agents.Pipeline.PlannedStep;
import ai.netra.backend.agents.RunState;
import ai.netra.backend.agents.StepOutcome;
import ai.netra.backend.agents.StepOutcome.Done;
import ai.netra.backend.agents.StepOutcome.Failed;
import ai.netra.backend.agents.StepOutcome.Skipped;
import ai.netra.backend.events.NewEvent;
import ai.netra.backend.runs.Deadlines.Deadline;
import ai.netra.backend.store.Store;
import ai.netra.contract.error.ErrorCode;
import ai.netra.contract.run.RunFrame.ProgressUpdate;
import ai.netra.contract.run.RunFrame.SubagentCompleted;
import ai.netra.contract.run.RunFrame.SubagentStarted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Executes the steps of one run, one after the other, each within its time. */
final class StepRunner {

  private static final Logger LOG = LoggerFactory.getLogger(StepRunner.class);

  private final RunParts parts;
  private final RunScribe scribe;
  private final LiveRun live;
  private final ChunkStream chunks;
  private final AtomicInteger toolCalls;
  private final int openStep;
  private final Instant deadline;

  /**
   * A runner.
   *
   * @param open what was under way when the run was taken up; its step is repeated, not told again
   * @param deadline of the run
   */
  StepRunner(
      RunParts parts,
      RunScribe scribe,
      LiveRun live,
      ChunkStream chunks,
      OpenWork open,
      Instant deadline) {
    this.parts = parts;
    this.scribe = scribe;
    this.live = live;
    this.chunks = chunks;
    this.toolCalls = new AtomicInteger(open.toolCalls());
    this.openStep = open.step() == null ? 0 : open.step().number();
    this.deadline = deadline;
  }

  /** Executes a step and stores it; returns when all that it told is committed. */
  FinishedStep run(PlannedStep step, RunState state) throws InterruptedException {
    int total = Math.max(step.index(), parts.pipeline().totalSteps(state));
    live.at(new LiveRun.Standing(step.index(), total, step.agent()));
    if (step.index() == openStep) {
      chunks.restart();
    } else {
      SubagentStarted started =
          new SubagentStarted(step.agent(), step.index(), total, step.reason());
      scribe.tell(started, step.agent());
    }
    long begin = parts.nanos().getAsLong();
    RunningStep context =
        new RunningStep(scribe, live, chunks, toolCalls, step, total, stepDeadline());
    StepOutcome outcome = attempt(step, state, context);
    Duration took = Duration.ofNanos(parts.nanos().getAsLong() - begin);
    FinishedStep finished = new FinishedStep(step.index(), step.agent(), 1, outcome, took);
    boolean _ =
        parts.store().write(transaction -> stored(transaction, finished, total, context.left()));
    return finished;
  }

  private Instant stepDeadline() {
    Instant own = parts.clock().instant().plus(parts.settings().stepTimeout());
    return own.isBefore(deadline) ? own : deadline;
  }

  private StepOutcome attempt(PlannedStep step, RunState state, RunningStep context)
      throws InterruptedException {
    try {
      return computed(step, state, context);
    } catch (InterruptedException e) {
      return late(step, e);
    } catch (RuntimeException e) {
      if (live.token().reason() != null) {
        // what was stopped may fail in its own words, as a cancelled statement does
        return late(step, new InterruptedException("stopped: " + live.token().reason()));
      }
      return broken(step, e);
    }
  }

  private StepOutcome computed(PlannedStep step, RunState state, RunningStep context)
      throws InterruptedException {
    live.token().enter();
    try {
      parts.computing().acquire();
      try (Deadline _ =
          parts.deadlines().in(parts.settings().stepTimeout(), "step-late", this::stepLate)) {
        return parts.pipeline().run(step, state, context);
      } finally {
        parts.computing().release();
      }
    } finally {
      live.token().leave();
    }
  }

  private void stepLate() {
    live.token().stop(CancelToken.Reason.STEP_LATE);
  }

  private StepOutcome late(PlannedStep step, InterruptedException stopped)
      throws InterruptedException {
    if (live.token().reason() != CancelToken.Reason.STEP_LATE) {
      throw stopped;
    }
    long seconds = parts.settings().stepTimeout().toSeconds();
    return new Failed(
        ErrorCode.STEP_TIMEOUT,
        "%s: at most %d s, and its time is over".formatted(step.agent(), seconds));
  }

  private StepOutcome broken(PlannedStep step, RuntimeException e) {
    String trace = scribe.run().traceId();
    LOG.atError()
        .addKeyValue("trace_id", trace)
        .addKeyValue("run_id", scribe.run().id())
        .addKeyValue("agent", step.agent())
        .setCause(e)
        .log("a step broke");
    return new Failed(
        ErrorCode.STEP_FAILED, "%s: broke at trace %s".formatted(step.agent(), trace));
  }

  private boolean stored(
      Store.Transaction transaction, FinishedStep step, int total, List<NewEvent> left) {
    RunRow run = scribe.run();
    List<NewEvent> frames = new ArrayList<>(left);
    frames.add(run.event(completed(step), step.agent()));
    frames.add(run.event(progress(step, total)));
    scribe.append(transaction, frames);
    StepRows.insert(transaction.sql(), run.key(), step, parts.clock().instant());
    RunRows.progress(transaction.sql(), run.key(), scribe.fence(), step.index(), total);
    return true;
  }

  private static SubagentCompleted completed(FinishedStep step) {
    return new SubagentCompleted(
        step.agent(),
        step.index(),
        StepRows.status(step.outcome()),
        summary(step.outcome()),
        step.took().toMillis(),
        code(step.outcome()));
  }

  private static String summary(StepOutcome outcome) {
    return switch (outcome) {
      case Done done -> done.summary();
      case Skipped skipped -> skipped.reason();
      case Failed failed -> failed.message();
    };
  }

  private static @Nullable String code(StepOutcome outcome) {
    return outcome instanceof Failed failed ? failed.code().name() : null;
  }

  private static ProgressUpdate progress(FinishedStep step, int total) {
    return new ProgressUpdate(
        "step",
        "running",
        step.index(),
        total,
        Progress.percent(step.index(), total),
        "step %d of %d, %s: %s"
            .formatted(step.index(), total, step.agent(), StepRows.status(step.outcome())),
        0);
  }
}
