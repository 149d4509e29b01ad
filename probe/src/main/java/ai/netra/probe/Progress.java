package ai.netra.probe;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How far the current invocation of an attempt has come. Used by the one thread that runs the test;
 * methods are synchronized because a time-out may move the test to a thread of its own.
 */
final class Progress {

  private final Consumer<Phase> edge;
  private Phase phase = Phase.SETUP;
  private boolean called;
  private @Nullable Throwable callFailure;
  private int suppressedInCall;

  /**
   * @param edge is told each new phase before anything of it runs, and returns when it may run
   */
  Progress(Consumer<Phase> edge) {
    this.edge = edge;
  }

  /** A further invocation of a parameterised test begins. */
  synchronized void begin() {
    called = false;
    callFailure = null;
    suppressedInCall = 0;
  }

  synchronized void enter(Phase next) {
    called |= next == Phase.CALL;
    if (next != phase) {
      phase = next;
      edge.accept(next);
    }
  }

  synchronized void failedInCall(Throwable failure) {
    callFailure = failure;
    suppressedInCall = failure.getSuppressed().length;
  }

  /** Whether this failure is the call's own, with nothing added by what came after it. */
  @SuppressWarnings("ReferenceEquality") // the very object that the call threw, not one like it
  synchronized boolean isOfCall(Throwable failure) {
    return failure == callFailure && failure.getSuppressed().length == suppressedInCall;
  }

  /** The phase that a failure which is not the call's own came from. */
  synchronized Phase outsideCall() {
    return called ? Phase.TEARDOWN : Phase.SETUP;
  }
}
