package ai.netra.backend.runs;

import ai.netra.backend.agents.FinishedStep;
import ai.netra.backend.agents.Pipeline.Answer;
import ai.netra.backend.events.Events;
import ai.netra.backend.events.Events.RunFence;
import ai.netra.backend.events.NewEvent;
import ai.netra.backend.reports.Reports;
import ai.netra.backend.service.Json;
import ai.netra.backend.service.Receipts;
import ai.netra.backend.store.Store;
import ai.netra.backend.threads.ThreadLog;
import ai.netra.backend.threads.ThreadLog.NewMessage;
import ai.netra.contract.error.ErrorCode;
import ai.netra.contract.run.RunFrame;
import ai.netra.contract.run.RunFrame.AgentCancelled;
import ai.netra.contract.run.RunFrame.AgentCompleted;
import ai.netra.contract.run.RunFrame.AgentError;
import ai.netra.contract.run.RunUsage;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The ends of runs: one compare-and-set on the row, and in the same transaction the ends of what
 * was open, the answer, and the one last frame. Whoever loses the race writes nothing. An end
 * raises the fence, so the run's worker writes nothing after it.
 */
final class RunEnds {

  /** More events than a run has. */
  private static final int ALL = Integer.MAX_VALUE;

  private final Events events;
  private final ThreadLog threads;
  private final Reports reports;
  private final Clock clock;

  RunEnds(Events events, ThreadLog threads, Reports reports, Clock clock) {
    this.events = events;
    this.threads = threads;
    this.reports = reports;
    this.clock = clock;
  }

  /** The columns of an end; {@code fence} null: whoever holds the run. */
  private record End(
      String state,
      @Nullable Long fence,
      @Nullable String result,
      @Nullable ErrorCode code,
      @Nullable String message) {}

  boolean completed(
      Store.Transaction transaction,
      RunRow run,
      long fence,
      Answer answer,
      List<FinishedStep> steps) {
    End end = new End("completed", fence, Json.text(answer), null, null);
    return ended(
        transaction,
        run.key(),
        end,
        (row, now) -> {
          answered(transaction, row, answer);
          reported(transaction, row, answer);
          return List.of(row.event(completion(row, answer, steps, now)));
        });
  }

  /**
   * Ends a run as failed.
   *
   * @param partial what was found before, as JSON, or null
   */
  boolean failed(
      Store.Transaction transaction,
      RunRow run,
      long fence,
      ErrorCode code,
      String message,
      @Nullable String partial) {
    End end = new End("failed", fence, null, code, message);
    return ended(
        transaction,
        run.key(),
        end,
        (row, now) -> {
          List<NewEvent> frames =
              new ArrayList<>(
                  open(transaction, row).ended(row, now, "failed", message, code.name()));
          frames.add(row.event(error(row, code, message, partial, now)));
          return frames;
        });
  }

  /** Ends a queued or running run as cancelled, whoever holds it. */
  boolean cancelled(Store.Transaction transaction, RunRow run, String by, @Nullable String reason) {
    return ended(
        transaction,
        run.key(),
        new End("cancelled", null, null, null, null),
        (row, now) -> {
          List<NewEvent> frames =
              new ArrayList<>(
                  open(transaction, row).ended(row, now, "cancelled", "cancelled", null));
          RunFrame last =
              new AgentCancelled(
                  "cancelled", by, reason, row.millisUntil(now), row.request().metadata());
          frames.add(row.event(last));
          return frames;
        });
  }

  private boolean ended(
      Store.Transaction transaction,
      long runKey,
      End end,
      BiFunction<RunRow, Instant, List<NewEvent>> frames) {
    Instant now = clock.instant();
    Optional<Long> fence = compareAndSet(transaction, runKey, end, now);
    if (fence.isEmpty()) {
      return false;
    }
    RunRow row = RunRows.byKey(transaction.sql(), runKey).orElseThrow();
    RunFence holder = new RunFence(runKey, fence.get());
    events.append(transaction, row.user(), holder, frames.apply(row, now));
    threads.touched(transaction, row.user(), row.threadKey(), row.id());
    Receipts.stored("run", row.id(), "updated");
    return true;
  }

  private static Optional<Long> compareAndSet(
      Store.Transaction transaction, long runKey, End end, Instant now) {
    return transaction
        .sql()
        .sql(
            """
            update runs set state = :state, result = :result, error_code = :code,
              error_message = :message, finished_at = :now, fence = fence + 1,
              lease_holder = null, lease_until = null
            where key = :run and state in ('queued', 'running')
              and fence = coalesce(:fence, fence)
            returning fence
            """)
        .param("state", end.state())
        .param("result", end.result())
        .param("code", end.code() == null ? null : end.code().name())
        .param("message", end.message())
        .param("now", now.toEpochMilli())
        .param("run", runKey)
        .param("fence", end.fence())
        .query(Long.class)
        .optional();
  }

  private OpenWork open(Store.Transaction transaction, RunRow run) {
    return OpenWork.of(events.ofRun(transaction, run.key(), 0, ALL));
  }

  private void answered(Store.Transaction transaction, RunRow run, Answer answer) {
    NewMessage message =
        new NewMessage(
            run.answerId(),
            "assistant",
            answer.response(),
            run.key(),
            run.id(),
            null,
            ContentHash.of(answer.response()),
            run.request().metadata());
    threads.add(transaction, run.user(), run.thread(), message);
  }

  private void reported(Store.Transaction transaction, RunRow run, Answer answer) {
    String id = answer.reportId();
    if (id != null) {
      Reports.Owner owner = new Reports.Owner(run.user(), run.threadKey(), run.key());
      reports.keep(transaction, owner, id, answer.result());
    }
  }

  private static AgentCompleted completion(
      RunRow run, Answer answer, List<FinishedStep> steps, Instant now) {
    String response = FrameFit.text(answer.response());
    String result = FrameFit.report(answer.result());
    return new AgentCompleted(
        "completed",
        response,
        result,
        answer.reportId(),
        run.answerId(),
        run.millisUntil(now),
        StepRows.reports(steps),
        usage(answer),
        answer.prose(),
        answer.proseReason(),
        null,
        answer.gate(),
        !response.equals(answer.response()) || !result.equals(answer.result()),
        run.request().metadata());
  }

  static RunUsage usage(Answer answer) {
    return new RunUsage(answer.toolCalls(), answer.rowsRead(), 0, 0, 0);
  }

  private static AgentError error(
      RunRow run, ErrorCode code, String message, @Nullable String partial, Instant now) {
    return new AgentError(
        "failed",
        code.name(),
        message,
        run.step(),
        code == ErrorCode.RUN_TIMEOUT,
        partial == null ? null : FrameFit.report(partial),
        run.millisUntil(now),
        run.traceId(),
        run.request().metadata());
  }
}
