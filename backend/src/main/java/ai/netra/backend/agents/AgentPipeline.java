package ai.netra.backend.agents;

import ai.netra.backend.identity.UserKey;
import ai.netra.backend.models.Catalogue;
import ai.netra.backend.models.Catalogues;
import ai.netra.backend.usage.DatasetAt;
import ai.netra.backend.usage.Extent;
import ai.netra.backend.usage.QueryFailed;
import ai.netra.backend.usage.Usage;
import ai.netra.contract.error.ErrorCode;
import ai.netra.contract.report.Fact;
import ai.netra.contract.report.Quantity;
import ai.netra.contract.report.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The supervisor: picks the plan after triage and executes its agents in order. */
final class AgentPipeline implements Pipeline {

  static final String PROSE = "deterministic";
  static final String PROSE_REASON = "no_key";

  private final Usage usage;
  private final Catalogues catalogues;
  private final Map<AgentName, Agent<?, ?>> agents;
  private final Reporting reporting;
  private final Results results = new Results();

  AgentPipeline(Usage usage, Catalogues catalogues, List<Agent<?, ?>> agents, Reporting reporting) {
    this.usage = usage;
    this.catalogues = catalogues;
    this.agents = agents.stream().collect(Collectors.toMap(Agent::name, agent -> agent));
    this.reporting = reporting;
    RunSteps.every().stream()
        .filter(name -> !this.agents.containsKey(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new IllegalStateException("agent " + name.wireName() + ": a plan names it");
            });
  }

  @Override
  public List<String> agents() {
    return Arrays.stream(AgentName.values()).map(AgentName::wireName).toList();
  }

  /** A data set that the user does not have is one without rows: the answer says so. */
  @Override
  public Snapshot pin(UserKey user, RunRequest request, Instant now) {
    Object named = request.settings().get("dataset");
    String dataset = named == null ? "default" : named.toString();
    long watermark = usage.now(user, dataset).watermark();
    return new Snapshot(dataset, watermark, now, catalogues.current().version());
  }

  @Override
  public String opening(RunState state) {
    Snapshot snapshot = state.snapshot();
    Catalogue catalogue = catalogues.version(snapshot.catalogue());
    String prices =
        catalogue.prices().isEmpty()
            ? "a catalogue without prices of " + catalogue.date()
            : "prices of " + catalogue.date();
    Optional<Extent> extent =
        usage.extent(new DatasetAt(state.user(), snapshot.dataset(), snapshot.watermark()));
    return extent
        .map(found -> pinned(state, found) + ", " + prices)
        .orElse("No rows in the data set " + snapshot.dataset() + ", " + prices);
  }

  private static String pinned(RunState state, Extent extent) {
    AskedWindow asked =
        AskedWindow.read(
            state.request().settings().get("time_range"),
            NamesInText.normalise(state.request().content()));
    return "%s rows in the data set %s; %s"
        .formatted(
            new Quantity.Count(extent.rows()).render(),
            state.snapshot().dataset(),
            asked.words(extent, state.snapshot().asOf()));
  }

  @Override
  public int totalSteps(RunState state) {
    return RunSteps.of(new Finished(state, results)).total();
  }

  @Override
  public Optional<PlannedStep> next(RunState state) {
    RunSteps steps = RunSteps.of(new Finished(state, results));
    return steps
        .next(state.steps().size())
        .map(
            agent ->
                new PlannedStep(state.steps().size() + 1, agent.wireName(), steps.reason(agent)));
  }

  @Override
  public StepOutcome run(PlannedStep step, RunState state, StepContext context)
      throws InterruptedException {
    AgentName name = AgentName.named(step.agent()).orElseThrow();
    Agent<?, ?> agent = agents.get(name);
    if (agent == null) {
      throw new IllegalStateException("agent " + step.agent() + ": not in the registry");
    }
    Finished finished = new Finished(state, results);
    StepOutcome outcome = run(agent, finished, context);
    RunSteps steps = RunSteps.of(finished);
    if (steps.isLast(step.index())) {
      say(state, step, outcome, context);
    }
    return outcome;
  }

  private <I extends Record, O extends StepResult> StepOutcome run(
      Agent<I, O> agent, Finished finished, StepContext context) throws InterruptedException {
    return switch (agent.prepare(finished)) {
      case Agent.Prepared.Missing<I>(String what) -> new StepOutcome.Skipped(what);
      case Agent.Prepared.Ready<I>(I input) -> {
        FactBook book =
            new FactBook(Scope.label(finished.snapshot().dataset()), finished.factCount());
        try {
          O result = agent.run(input, new Work(context, book));
          yield new StepOutcome.Done(results.write(result), Results.SCHEMA, agent.summary(result));
        } catch (QueryFailed e) {
          yield new StepOutcome.Failed(ErrorCode.STEP_FAILED, String.valueOf(e.getMessage()));
        }
      }
    };
  }

  /** The pieces of the answer leave within the last step, so that they end before the run. */
  private void say(RunState state, PlannedStep step, StepOutcome outcome, StepContext context) {
    List<FinishedStep> all = new ArrayList<>(state.steps());
    all.add(new FinishedStep(step.index(), step.agent(), 1, outcome, Duration.ZERO));
    RunState done = state.with(all);
    Pieces.of(answer(done).response()).forEach(context::chunk);
  }

  @Override
  public Answer answer(RunState state) {
    Finished finished = new Finished(state, results);
    List<StepResult> all = finished.all();
    long rows = all.stream().mapToLong(StepResult::rowsRead).sum();
    int calls = all.stream().mapToInt(StepResult::toolCalls).sum();
    AgentName asked = AgentName.named(state.request().agentType()).orElse(AgentName.SUPERVISOR);
    if (asked == AgentName.SUPERVISOR || asked == AgentName.REPORTING) {
      return reported(finished, asked, rows, calls);
    }
    return finished
        .result(asked, Results.type(asked))
        .map(result -> own(finished, result, rows, calls))
        .orElseGet(() -> withoutResult(finished, asked, rows, calls));
  }

  private Answer reported(Finished finished, AgentName asked, long rows, int calls) {
    Optional<ReportResult> written = finished.result(AgentName.REPORTING, ReportResult.class);
    if (written.isPresent()) {
      ReportResult result = written.get();
      boolean own = asked == AgentName.REPORTING;
      return new Answer(
          result.markdown(),
          results.write(own ? result : result.report()),
          PROSE,
          PROSE_REASON,
          rows,
          calls,
          result.report().gate(),
          own ? null : result.report().id(),
          null);
    }
    Material material = reporting.material(finished);
    String table = FactTable.of(material.facts());
    String partial = results.write(new Partial("partial", material.facts()));
    return new Answer(
        table, partial, PROSE, PROSE_REASON, rows, calls, null, null, "the step reporting failed");
  }

  /** The answer of another agent: its result, and in words what a report would say of it. */
  private Answer own(Finished finished, StepResult result, long rows, int calls) {
    Report report = reporting.write(reporting.material(finished));
    String words = Reporting.markdown(report);
    return new Answer(
        words, results.write(result), PROSE, PROSE_REASON, rows, calls, report.gate(), null, null);
  }

  private Answer withoutResult(Finished finished, AgentName asked, long rows, int calls) {
    Report report = reporting.write(reporting.material(finished));
    boolean failed =
        finished.step(asked).map(step -> step.outcome() instanceof StepOutcome.Failed).orElse(true);
    return new Answer(
        Reporting.markdown(report),
        results.write(report),
        PROSE,
        PROSE_REASON,
        rows,
        calls,
        report.gate(),
        null,
        failed ? "the step " + asked.wireName() + " failed" : null);
  }

  @Override
  public Optional<RowsOfFact> rowsBehind(RunState state, String factId) {
    return new FactRows(new Finished(state, results)).of(factId);
  }

  /** What is left where no report could be written. */
  private record Partial(String kind, List<Fact> facts) {}
}
