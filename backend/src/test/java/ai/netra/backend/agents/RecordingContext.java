package ai.netra.backend.agents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Keeps what a step tells, in order. */
final class RecordingContext implements StepContext {

  final List<String> told = new ArrayList<>();
  final StringBuilder chunks = new StringBuilder();
  private int calls;

  @Override
  public void thinking(String reasoning) {
    told.add("thinking");
    if (reasoning.length() < 20 || reasoning.length() > 500) {
      throw new IllegalArgumentException("a thought of 20 to 500 characters: " + reasoning);
    }
  }

  @Override
  public String toolExecuting(String tool, String operation, Map<String, Object> parameters) {
    told.add("executing " + tool);
    if (operation.length() < 20) {
      throw new IllegalArgumentException("an operation of 20 characters: " + operation);
    }
    return "t" + ++calls;
  }

  @Override
  public void toolCompleted(
      String toolCallId, String status, Object result, long rowsRead, long durationMillis) {
    told.add(status + " " + toolCallId);
  }

  @Override
  public void chunk(String text) {
    chunks.append(text);
  }

  @Override
  public Instant deadline() {
    return Instant.MAX;
  }

  @Override
  public void checkpoint() {}

  @Override
  public AutoCloseable onCancel(Runnable stop) {
    return () -> {};
  }
}
