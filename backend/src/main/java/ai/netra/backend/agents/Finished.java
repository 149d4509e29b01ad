package ai.netra.backend.agents;

import ai.netra.backend.usage.DatasetAt;
import java.util.List;
import java.util.Optional;

/** A run's state with its results read back. */
final class Finished {

  private final RunState state;
  private final Results results;

  Finished(RunState state, Results results) {
    this.state = state;
    this.results = results;
  }

  String runId() {
    return state.runId();
  }

  String threadId() {
    return state.threadId();
  }

  RunRequest request() {
    return state.request();
  }

  Snapshot snapshot() {
    return state.snapshot();
  }

  DatasetAt dataset() {
    return new DatasetAt(state.user(), snapshot().dataset(), snapshot().watermark());
  }

  List<FinishedStep> steps() {
    return state.steps();
  }

  Optional<TriageResult> triage() {
    return result(AgentName.TRIAGE, TriageResult.class);
  }

  Optional<DataResult> data() {
    return result(AgentName.DATA, DataResult.class);
  }

  Optional<DataRequest> request(AgentName helper) {
    return result(helper, DataRequest.class);
  }

  <O extends StepResult> Optional<O> result(AgentName agent, Class<O> type) {
    return step(agent)
        .map(FinishedStep::outcome)
        .filter(StepOutcome.Done.class::isInstance)
        .map(StepOutcome.Done.class::cast)
        .filter(done -> done.schema() == Results.SCHEMA)
        .map(done -> results.read(done.result(), type));
  }

  /** All results, in the order of their steps. */
  List<StepResult> all() {
    return state.steps().stream()
        .map(step -> AgentName.named(step.agent()))
        .flatMap(Optional::stream)
        .flatMap(agent -> result(agent, Results.type(agent)).stream())
        .map(StepResult.class::cast)
        .toList();
  }

  int factCount() {
    return all().stream().mapToInt(result -> result.facts().size()).sum();
  }

  Optional<FinishedStep> step(AgentName agent) {
    return state.steps().stream().filter(step -> step.agent().equals(agent.wireName())).findFirst();
  }
}
