package ai.netra.backend.runs;

import ai.netra.backend.agents.FinishedStep;
import ai.netra.backend.agents.Pipeline;
import ai.netra.backend.agents.RunState;
import ai.netra.backend.agents.Snapshot;
import ai.netra.backend.identity.Caller;
import ai.netra.backend.identity.UserKey;
import ai.netra.backend.service.Fields;
import ai.netra.backend.service.Query;
import ai.netra.backend.service.Refused;
import ai.netra.backend.store.Store;
import ai.netra.backend.usage.Usage;
import ai.netra.contract.error.ErrorCode;
import ai.netra.contract.list.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The rows behind a fact; of usage's own routes it takes the requests that name a run. */
@RestController
final class FactRowsController {

  private static final int MOST_ID = 64;

  private final Store store;
  private final Pipeline pipeline;
  private final Usage usage;

  FactRowsController(Store store, Pipeline pipeline, Usage usage) {
    this.store = store;
    this.pipeline = pipeline;
    this.usage = usage;
  }

  @GetMapping(path = "/api/usage/records", params = "run_id")
  Page<Map<String, @Nullable Object>> behind(Caller caller, Query query)
      throws InterruptedException {
    Fields fields = query.fields();
    String runId = fields.text("run_id", 1, MOST_ID);
    String factId = fields.text("fact", 1, MOST_ID);
    fields.check();
    Pipeline.RowsOfFact rows =
        state(caller.user(), runId)
            .flatMap(state -> pipeline.rowsBehind(state, factId))
            .orElseThrow(
                () ->
                    new Refused(
                        ErrorCode.NOT_FOUND,
                        "fact: one of the run %s, got %s".formatted(runId, factId),
                        Map.of("resource", "fact")));
    return usage.records(rows.at(), rows.catalogue(), rows.rows(), fields);
  }

  /** Nothing of a run that waits: it has no fact yet. */
  private Optional<RunState> state(UserKey user, String runId) {
    return store.read(
        read -> {
          RunRow run = JdbcRuns.row(read.sql(), user, runId);
          Snapshot snapshot = run.snapshot();
          List<FinishedStep> steps = StepRows.of(read.sql(), run.key());
          return snapshot == null
              ? Optional.empty()
              : Optional.of(RunStarter.state(run, snapshot, steps));
        });
  }
}
