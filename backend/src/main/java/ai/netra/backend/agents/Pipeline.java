package ai.netra.backend.agents;

import ai.netra.backend.identity.UserKey;
import ai.netra.backend.usage.DatasetAt;
import ai.netra.backend.usage.Rows;
import ai.netra.contract.report.GateVerdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The agents behind one door. All methods are pure functions of their arguments and the pinned
 * snapshot, so a run that is taken up by another process goes on as it would have.
 */
public interface Pipeline {

  /** The names that a request may give as {@code agent_type}, in the order of the registry. */
  List<String> agents();

  /** Pins what a run will see. */
  Snapshot pin(UserKey user, RunRequest request, Instant now);

  /** The sentence of {@code agent_started}: window, rows and price date that were pinned. */
  String opening(RunState state);

  /** How many steps the run has, as far as its finished steps tell. */
  int totalSteps(RunState state);

  /** The next step, or nothing when the run can be answered. */
  Optional<PlannedStep> next(RunState state);

  /**
   * Executes a step on the caller's virtual thread.
   *
   * @throws InterruptedException when the run was cancelled or its time is over
   */
  StepOutcome run(PlannedStep step, RunState state, StepContext context)
      throws InterruptedException;

  /** The answer of a run whose steps are finished. */
  Answer answer(RunState state);

  /**
   * The rows behind a fact of a run, under the fact's own filters; nothing when the run has no such
   * fact. A fact that no row stands behind has none.
   */
  Optional<RowsOfFact> rowsBehind(RunState state, String factId);

  /** Rows of a snapshot, and the catalogue that prices them. */
  record RowsOfFact(DatasetAt at, String catalogue, Rows rows) {}

  /** A step that is due: index from 1, agent, and why it is there. */
  record PlannedStep(int index, String agent, String reason) {}

  /**
   * What a completed run says. {@code response} is Markdown, {@code result} the report object or an
   * agent's own result as JSON.
   *
   * @param gate what the quality gate said of the text, or null where no text was written
   * @param reportId the id of the report in {@code result}, or null where it is none
   * @param failed not null when even reporting failed: then the run fails with this message and
   *     {@code result} is partial
   */
  record Answer(
      String response,
      String result,
      String prose,
      String proseReason,
      long rowsRead,
      int toolCalls,
      @Nullable GateVerdict gate,
      @Nullable String reportId,
      @Nullable String failed) {}
}
