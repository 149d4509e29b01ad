package ai.netra.probe;

/**
 * The attempt that the calling thread works for, as a test's client needs it.
 *
 * <p>Under the loop these are the attempt's own trace id and the lane's own addresses. In a plain
 * runner the trace id is derived from the test's id, the same in every run, and addresses come from
 * the environment. Threads started by a test belong to its attempt too.
 */
public final class Attempt {

  private Attempt() {}

  /**
   * A W3C {@code traceparent} for the next call: the attempt's trace id and a span id that no
   * earlier call of the attempt had, in the same sequence in every run.
   */
  public static String traceparent() {
    return Binding.current().traceparent();
  }

  /**
   * The address under which this lane reaches a service: that of the lane's own listener, for
   * clients that cannot send {@code traceparent}.
   *
   * @param variable the variable that holds the service's address
   * @throws IllegalStateException when neither the loop nor the environment knows the variable
   */
  public static String address(String variable) {
    return Binding.current().address(variable);
  }
}
