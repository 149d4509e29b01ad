package ai.netra.backend.runs;

import ai.netra.backend.agents.FinishedStep;
import ai.netra.backend.agents.Pipeline.Answer;
import ai.netra.backend.agents.Pipeline.PlannedStep;
import ai.netra.backend.agents.RunState;
import ai.netra.backend.agents.StepOutcome;
import ai.netra.backend.events.Events.Fenced;
import ai.netra.backend.runs.Deadlines.Deadline;
import ai.netra.backend.runs.RunStarter.Begun;
import ai.netra.contract.error.ErrorCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run at work, on a virtual thread of its own, from its lease to its end: finished steps are
 * stored before the next one starts, and the end is one compare-and-set. Whoever takes the run away
 * ends it in the log; then this stops without a word.
 */
final class RunExecution {

  private static final Logger LOG = LoggerFactory.getLogger(RunExecution.class);

  /** How long after its time a run whose step heeds no interrupt is ended from outside. */
  private static final Duration GRACE = Duration.ofSeconds(1);

  private final RunParts parts;
  private final LiveRun live;
  private volatile @Nullable RunState reached;

  RunExecution(RunParts parts, LiveRun live) {
    this.parts = parts;
    this.live = live;
  }

  /** Runs to the end, or until the run is taken away; tells the run as it was begun. */
  Optional<RunRow> run() {
    Optional<Begun> begun = new RunStarter(parts).begin(live.entry().runKey());
    begun.ifPresent(this::run);
    return begun.map(Begun::run);
  }

  private void run(Begun begun) {
    live.begin();
    Duration time = time(begun.run());
    try (Deadline _ = parts.deadlines().in(time, "run-late", this::late);
        Deadline _ = parts.deadlines().in(time.plus(GRACE), "run-overdue", () -> timedOut(begun))) {
      go(begun, parts.clock().instant().plus(time));
    } catch (Fenced taken) {
      live.token().stop(CancelToken.Reason.FENCED);
    } catch (InterruptedException stopped) {
      if (live.token().reason() == CancelToken.Reason.RUN_LATE) {
        timedOut(begun);
      }
    } catch (RuntimeException e) {
      broken(begun, e);
    }
  }

  private Duration time(RunRow run) {
    Object seconds = run.request().settings().get("timeout_seconds");
    return seconds instanceof Number number
        ? Duration.ofSeconds(number.longValue())
        : parts.settings().runTimeout();
  }

  private void late() {
    live.token().stop(CancelToken.Reason.RUN_LATE);
  }

  private void go(Begun begun, Instant deadline) throws InterruptedException {
    RunScribe scribe = new RunScribe(parts, begun.run(), begun.fence(), live);
    ChunkStream chunks = Chunks.stream(parts, scribe, live);
    StepRunner runner = new StepRunner(parts, scribe, live, chunks, begun.open(), deadline);
    RunState state = begun.state();
    reached = state;
    for (Optional<PlannedStep> next = parts.pipeline().next(state);
        next.isPresent();
        next = parts.pipeline().next(state)) {
      state = with(state, runner.run(next.get(), state));
      reached = state;
      live.token().checkRun();
    }
    finish(begun, state, chunks);
  }

  private void finish(Begun begun, RunState state, ChunkStream chunks) throws InterruptedException {
    Answer answer = parts.pipeline().answer(state);
    String failed = answer.failed();
    if (failed != null) {
      fail(begun, ErrorCode.RUN_FAILED, failed, answer.result());
      return;
    }
    chunks.finish(answer.response());
    boolean _ =
        parts
            .store()
            .write(
                transaction ->
                    parts
                        .ends()
                        .completed(transaction, begun.run(), begun.fence(), answer, state.steps()));
  }

  private void timedOut(Begun begun) {
    Duration time = time(begun.run());
    fail(
        begun,
        ErrorCode.RUN_TIMEOUT,
        "run: at most %d s, and its time is over".formatted(time.toSeconds()),
        partial());
  }

  /** The report over the steps that finished, if data did. */
  private @Nullable String partial() {
    RunState state = reached;
    if (state == null || state.steps().stream().noneMatch(RunExecution::gaveData)) {
      return null;
    }
    try {
      return parts.pipeline().answer(state).result();
    } catch (RuntimeException e) {
      LOG.atWarn().setCause(e).log("no partial report could be made");
      return null;
    }
  }

  private static boolean gaveData(FinishedStep step) {
    return step.agent().equals("data") && step.outcome() instanceof StepOutcome.Done;
  }

  private void broken(Begun begun, RuntimeException e) {
    LOG.atError()
        .addKeyValue("trace_id", begun.run().traceId())
        .addKeyValue("run_id", begun.run().id())
        .setCause(e)
        .log("a run broke");
    fail(
        begun,
        ErrorCode.RUN_FAILED,
        "run: broke at trace %s, the log has it".formatted(begun.run().traceId()),
        null);
  }

  private void fail(Begun begun, ErrorCode code, String message, @Nullable String partial) {
    boolean _ =
        parts
            .store()
            .write(
                transaction ->
                    parts
                        .ends()
                        .failed(transaction, begun.run(), begun.fence(), code, message, partial));
    live.token().stop(CancelToken.Reason.FENCED);
  }

  private static RunState with(RunState state, FinishedStep step) {
    List<FinishedStep> steps = new ArrayList<>(state.steps());
    steps.add(step);
    return state.with(steps);
  }
}
