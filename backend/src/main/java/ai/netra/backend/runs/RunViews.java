package ai.netra.backend.runs;

import ai.netra.backend.agents.FinishedStep;
import ai.netra.backend.agents.Pipeline.Answer;
import ai.netra.backend.service.Times;
import ai.netra.contract.run.ActiveRun;
import ai.netra.contract.run.RunFrame.MessageReceived;
import ai.netra.contract.run.RunHead;
import ai.netra.contract.run.RunUsage;
import ai.netra.contract.run.RunView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes of rows what crosses a wire. */
final class RunViews {

  private final int places;

  /**
   * Views.
   *
   * @param places runs of a user at work at once, which say who waits
   */
  RunViews(int places) {
    this.places = places;
  }

  RunView whole(JdbcClient sql, RunRow run) {
    Answer answer = run.answer();
    return new RunView(
        head(sql, run),
        answer == null ? null : answer.response(),
        answer == null ? null : answer.result());
  }

  RunHead head(JdbcClient sql, RunRow run) {
    Answer answer = run.answer();
    List<FinishedStep> steps = StepRows.of(sql, run.key());
    Instant finishedAt = run.finishedAt();
    return new RunHead(
        run.id(),
        "run",
        run.threadId(),
        run.messageId(),
        run.request().agentType(),
        run.state(),
        position(sql, run),
        run.step(),
        run.totalSteps(),
        run.errorCode(),
        run.errorMessage(),
        Times.text(run.createdAt()),
        text(run.startedAt()),
        text(finishedAt),
        finishedAt == null ? null : run.millisUntil(finishedAt),
        answer == null ? null : answer.reportId(),
        StepRows.reports(steps),
        answer == null ? RunUsage.NONE : RunEnds.usage(answer),
        answer == null ? null : answer.prose(),
        answer == null ? null : answer.proseReason(),
        null,
        answer == null ? null : answer.gate(),
        run.lastSeq(),
        run.traceId(),
        run.build(),
        run.request().metadata());
  }

  /** The user's runs that start before this one; 0 for one that is at work, next, or ended. */
  int position(JdbcClient sql, RunRow run) {
    return run.queued()
        ? Lineup.of(RunRows.lineup(sql, run.user()), places).position(run.key())
        : 0;
  }

  ActiveRun active(RunRow run) {
    return new ActiveRun(
        run.id(),
        run.threadId(),
        run.request().agentType(),
        run.state(),
        run.step(),
        run.totalSteps(),
        run.lastSeq(),
        text(run.startedAt()));
  }

  MessageReceived received(RunRow run, int position, boolean duplicate) {
    return new MessageReceived(
        run.messageId(),
        run.request().content(),
        run.request().agentType(),
        run.state(),
        position,
        run.traceId(),
        duplicate);
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : Times.text(instant);
  }
}
