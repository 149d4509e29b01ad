package ai.netra.backend.agents;

import ai.netra.backend.identity.UserKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A run driven through a pipeline as the room of runs does it, without its tables. */
record Driven(RunState state, Pipeline.Answer answer, RecordingContext context) {

  static Driven through(Pipeline pipeline, UserKey user, RunRequest request, Instant now)
      throws InterruptedException {
    Snapshot snapshot = pipeline.pin(user, request, now);
    RecordingContext context = new RecordingContext();
    List<FinishedStep> steps = new ArrayList<>();
    RunState state = new RunState("run_1", "thread_1", user, request, snapshot, steps);
    Optional<Pipeline.PlannedStep> next = pipeline.next(state);
    while (next.isPresent()) {
      Pipeline.PlannedStep step = next.get();
      StepOutcome outcome = pipeline.run(step, state, context);
      steps.add(new FinishedStep(step.index(), step.agent(), 1, outcome, Duration.ZERO));
      state = state.with(steps);
      next = pipeline.next(state);
    }
    return new Driven(state, pipeline.answer(state), context);
  }

  static RunRequest asking(String content) {
    return asking(content, "supervisor", Map.of());
  }

  static RunRequest asking(String content, String agent, Map<String, Object> settings) {
    return new RunRequest(content, agent, Map.of(), settings, Map.of(), null, Instant.EPOCH);
  }

  List<String> agents() {
    return state.steps().stream().map(FinishedStep::agent).toList();
  }
}
