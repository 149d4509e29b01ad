package ai.netra.backend.runs;

import ai.netra.backend.agents.Pipeline.PlannedStep;
import ai.netra.backend.agents.StepContext;
import ai.netra.backend.events.NewEvent;
import ai.netra.backend.service.Json;
import ai.netra.contract.error.ErrorCode;
import ai.netra.contract.run.RunFrame.AgentThinking;
import ai.netra.contract.run.RunFrame.ToolCompleted;
import ai.netra.contract.run.RunFrame.ToolExecuting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** What one step of a run tells and may do. Its methods are called on the step's thread. */
final class RunningStep implements StepContext {

  private static final int REASONING_CHARACTERS = 500;

  private final RunScribe scribe;
  private final LiveRun live;
  private final ChunkStream chunks;
  private final AtomicInteger toolCalls;
  private final PlannedStep step;
  private final int totalSteps;
  private final Instant deadline;

  /** Calls that were begun and not ended, with their tools. */
  private final Map<String, String> open = new LinkedHashMap<>();

  /**
   * A step's context.
   *
   * @param toolCalls counts the run's calls: the next one's id
   */
  RunningStep(
      RunScribe scribe,
      LiveRun live,
      ChunkStream chunks,
      AtomicInteger toolCalls,
      PlannedStep step,
      int totalSteps,
      Instant deadline) {
    this.scribe = scribe;
    this.live = live;
    this.chunks = chunks;
    this.toolCalls = toolCalls;
    this.step = step;
    this.totalSteps = totalSteps;
    this.deadline = deadline;
  }

  @Override
  public void thinking(String reasoning) {
    int characters =
        Math.min(REASONING_CHARACTERS, reasoning.codePointCount(0, reasoning.length()));
    String cut = reasoning.substring(0, reasoning.offsetByCodePoints(0, characters));
    int progress = Progress.percent(step.index() - 1, totalSteps);
    scribe.tell(new AgentThinking(cut, step.index(), totalSteps, progress), step.agent());
  }

  @Override
  public String toolExecuting(String tool, String operation, Map<String, Object> parameters) {
    String id = "t" + toolCalls.incrementAndGet();
    open.put(id, tool);
    scribe.tell(
        new ToolExecuting(id, tool, operation, FrameFit.redacted(parameters), "executing"),
        step.agent());
    return id;
  }

  @Override
  public void toolCompleted(
      String toolCallId, String status, Object result, long rowsRead, long durationMillis) {
    String tool = open.remove(toolCallId);
    if (tool == null) {
      throw new IllegalStateException(
          "tool call %s: one that is open, got one that is not".formatted(toolCallId));
    }
    String whole = Json.text(result);
    String fitting = FrameFit.tool(whole);
    String code = status.equals("error") ? ErrorCode.TOOL_FAILED.name() : null;
    boolean truncated = !fitting.equals(whole);
    scribe.tell(
        new ToolCompleted(
            toolCallId, tool, status, fitting, rowsRead, durationMillis, truncated, code),
        step.agent());
  }

  @Override
  public void chunk(String text) {
    chunks.add(text);
  }

  @Override
  public Instant deadline() {
    return deadline;
  }

  @Override
  public void checkpoint() throws InterruptedException {
    live.token().check();
  }

  @Override
  public AutoCloseable onCancel(Runnable stop) {
    return live.token().onStop(stop);
  }

  /** The ends of calls that the step left open. */
  List<NewEvent> left() {
    List<NewEvent> ends = new ArrayList<>();
    open.forEach(
        (id, tool) ->
            ends.add(
                scribe
                    .run()
                    .event(
                        new ToolCompleted(id, tool, "interrupted", null, 0, 0, false, null),
                        step.agent())));
    open.clear();
    return ends;
  }
}
