package ai.netra.backend.agents;

import ai.netra.backend.usage.QueryFailed;
import ai.netra.backend.usage.UsageQueries;
import ai.netra.contract.report.Fact;
import java.util.List;
import java.util.Map;

/** What an agent works with in one step: it tells, calls tools, makes facts. One thread. */
final class Work {

  private static final int MAX_THOUGHT = 500;
  private static final long NANOS_A_MILLI = 1_000_000;

  private final StepContext context;
  private final FactBook facts;
  private int toolCalls;
  private long rowsRead;

  Work(StepContext context, FactBook facts) {
    this.context = context;
    this.facts = facts;
  }

  FactBook facts() {
    return facts;
  }

  int toolCalls() {
    return toolCalls;
  }

  long rowsRead() {
    return rowsRead;
  }

  /** A thought; what is longer than a frame takes is cut at its end. */
  void think(String reasoning) {
    context.thinking(
        reasoning.length() <= MAX_THOUGHT ? reasoning : reasoning.substring(0, MAX_THOUGHT));
  }

  void chunk(String text) {
    context.chunk(text);
  }

  /** Queries that a cancellation of the run stops. */
  AutoCloseable stopping(UsageQueries queries) {
    return context.onCancel(queries::cancel);
  }

  /**
   * Calls a tool: both events leave, whatever it gives.
   *
   * @param operation what it does, a sentence of 20 characters or more
   * @throws QueryFailed as the tool does, after its end was told
   */
  <T> T tool(String name, String operation, Map<String, Object> parameters, Tool<T> tool)
      throws InterruptedException {
    context.checkpoint();
    String call = context.toolExecuting(name, operation, parameters);
    toolCalls++;
    long began = System.nanoTime();
    try {
      Reply<T> reply = tool.call(call);
      rowsRead += reply.rows();
      context.toolCompleted(
          call,
          "completed",
          new Told(reply.summary(), reply.facts()),
          reply.rows(),
          (System.nanoTime() - began) / NANOS_A_MILLI);
      return reply.value();
    } catch (QueryFailed e) {
      context.toolCompleted(
          call,
          "error",
          new Told(String.valueOf(e.getMessage()), List.of()),
          0,
          (System.nanoTime() - began) / NANOS_A_MILLI);
      throw e;
    }
  }

  /** A tool's work; it is given the id of its call. */
  @FunctionalInterface
  interface Tool<T> {
    Reply<T> call(String callId) throws InterruptedException;
  }

  /** What a call's end shows. */
  record Told(String summary, List<Fact> facts) {}

  /** What it gave: for the agent, for people, and how many rows it read. */
  record Reply<T>(T value, String summary, List<Fact> facts, long rows) {}
}
