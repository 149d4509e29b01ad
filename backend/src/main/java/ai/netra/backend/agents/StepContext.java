package ai.netra.backend.agents;

import java.time.Instant;
import java.util.Map;

/**
 * What a step may do besides computing: tell, call tools, stop in time. The run behind it stores
 * each event.
 */
public interface StepContext {

  /** A thought of 20 to 500 characters made from real inputs. */
  void thinking(String reasoning);

  /** A tool call passed its checks and begins; returns its {@code tool_call_id}. */
  String toolExecuting(String tool, String operation, Map<String, Object> parameters);

  /** The end of that call: {@code result} holds a summary and facts and is written as JSON. */
  void toolCompleted(
      String toolCallId, String status, Object result, long rowsRead, long durationMillis);

  /** A piece of the answer, in order. */
  void chunk(String text);

  /** When the step must be done. */
  Instant deadline();

  /**
   * Throws when the run was cancelled or its time is over; loops over rows call it every 10 000
   * rows.
   */
  void checkpoint() throws InterruptedException;

  /** Registers what a cancellation must stop (a statement, a stream); close it when it is over. */
  AutoCloseable onCancel(Runnable stop);
}
