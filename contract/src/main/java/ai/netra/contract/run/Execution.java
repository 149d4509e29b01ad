package ai.netra.contract.run;

import com.fasterxml.jackson.annotation.JsonRawValue;
import org.jspecify.annotations.Nullable;

/** What an agent answered to a call that waited for it. */
public record Execution(
    String status,
    String agentType,
    String runId,
    String threadId,
    @Nullable String response,
    @JsonRawValue @Nullable String result,
    @Nullable String reportId,
    @Nullable Long durationMs,
    @Nullable String prose,
    @Nullable String proseReason,
    @Nullable String model) {

  /** The answer of a run that completed. */
  public static Execution of(RunView run) {
    RunHead head = run.head();
    return new Execution(
        head.state(),
        head.agentType(),
        head.id(),
        head.threadId(),
        run.response(),
        run.result(),
        head.reportId(),
        head.durationMs(),
        head.prose(),
        head.proseReason(),
        head.model());
  }
}
