package ai.netra.backend.runs;

import ai.netra.backend.agents.Pipeline;
import ai.netra.backend.agents.RunRequest;
import ai.netra.backend.agents.RunState;
import ai.netra.backend.agents.Snapshot;
import ai.netra.backend.agents.StepContext;
import ai.netra.backend.agents.StepOutcome;
import ai.netra.backend.identity.UserKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Three steps of which a test gives the bodies; what it gives none for computes at once. */
final class ScriptedPipeline implements Pipeline {

  private static final List<String> STEPS = List.of("triage", "data", "reporting");

  /** What a step does. */
  interface Body {
    StepOutcome run(RunState state, StepContext context) throws InterruptedException;
  }

  private final Map<String, Body> bodies = new ConcurrentHashMap<>();

  void on(String agent, Body body) {
    bodies.put(agent, body);
  }

  /** What every step does unless told otherwise: think, call a tool, think. */
  static StepOutcome compute(RunState state, StepContext context) {
    context.thinking("Looking at the question: " + state.request().content());
    String call =
        context.toolExecuting(
            "usage_profile", "Profile the rows of the window", Map.of("api_key", "k", "window", 7));
    context.toolCompleted(call, "completed", Map.of("summary", "0 rows", "facts", List.of()), 3, 1);
    context.thinking("There are 0 rows to look at, so guidance follows");
    return new StepOutcome.Done("{}", 1, "done");
  }

  @Override
  public List<String> agents() {
    return List.of("supervisor", "data");
  }

  @Override
  public Snapshot pin(UserKey user, RunRequest request, Instant now) {
    return new Snapshot("default", 0, now, "2026-01-01");
  }

  @Override
  public String opening(RunState state) {
    return "0 rows, prices of " + state.snapshot().catalogue();
  }

  @Override
  public Optional<RowsOfFact> rowsBehind(RunState state, String factId) {
    return Optional.empty();
  }

  @Override
  public int totalSteps(RunState state) {
    return STEPS.size();
  }

  @Override
  public Optional<PlannedStep> next(RunState state) {
    int done = state.steps().size();
    return done == STEPS.size()
        ? Optional.empty()
        : Optional.of(new PlannedStep(done + 1, STEPS.get(done), "it is due"));
  }

  @Override
  public StepOutcome run(PlannedStep step, RunState state, StepContext context)
      throws InterruptedException {
    Body body = bodies.get(step.agent());
    if (body != null) {
      return body.run(state, context);
    }
    StepOutcome outcome = compute(state, context);
    if (step.agent().equals("reporting")) {
      context.chunk("An answer. ");
      context.chunk("In two pieces.");
    }
    return outcome;
  }

  @Override
  public Answer answer(RunState state) {
    return new Answer(
        "An answer. In two pieces.",
        "{\"kind\":\"guidance\",\"summary\":\"none\",\"facts\":[]}",
        "deterministic",
        "no_key",
        9,
        3,
        null,
        null,
        null);
  }
}
