package ai.netra.probe;

import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Tells the loop how each invocation of a test ended. A container that fails or is skipped around
 * the test is told as an invocation too, so that no set-up error vanishes.
 */
final class Invocations implements TestExecutionListener {

  private final String lane;
  private final Progress progress;
  private final Channel channel;

  Invocations(String lane, Progress progress, Channel channel) {
    this.lane = lane;
    this.progress = progress;
    this.channel = channel;
  }

  @Override
  public void executionStarted(TestIdentifier identifier) {
    if (identifier.isTest()) {
      progress.begin();
    }
  }

  @Override
  public void executionSkipped(TestIdentifier identifier, String reason) {
    tell(identifier, "SKIPPED", null, reason, null);
  }

  @Override
  public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
    Throwable failure = result.getThrowable().orElse(null);
    switch (result.getStatus()) {
      case SUCCESSFUL -> {
        if (identifier.isTest()) {
          tell(identifier, "PASSED", null, null, null);
        }
      }
      case ABORTED -> failed(identifier, "SKIPPED", failure);
      case FAILED -> failed(identifier, isAssertion(identifier, failure), failure);
    }
  }

  /** The launcher itself threw. */
  void broken(String id, Throwable failure) {
    tell(id, id, "ERROR", failure.getClass().getName(), message(failure), Stacks.of(failure));
  }

  private String isAssertion(TestIdentifier identifier, @Nullable Throwable failure) {
    boolean assertion =
        failure instanceof AssertionError && identifier.isTest() && isOfCall(identifier, failure);
    return assertion ? "FAILED" : "ERROR";
  }

  /** Engines other than Jupiter tell no phases: all of theirs is the call. */
  private boolean isOfCall(TestIdentifier identifier, Throwable failure) {
    return progress.isOfCall(failure)
        || !identifier.getUniqueId().startsWith("[engine:junit-jupiter]");
  }

  private void failed(TestIdentifier identifier, String status, @Nullable Throwable failure) {
    if (failure == null) {
      tell(identifier, status, null, "ended " + status + " without a cause", null);
      return;
    }
    String where =
        status.equals("ERROR") && !progress.isOfCall(failure)
            ? "in " + progress.outsideCall() + ": "
            : "";
    tell(
        identifier,
        status,
        failure.getClass().getName(),
        where + message(failure),
        Stacks.of(failure));
  }

  private void tell(
      TestIdentifier identifier,
      String status,
      @Nullable String error,
      @Nullable String message,
      @Nullable String stack) {
    tell(identifier.getUniqueId(), identifier.getDisplayName(), status, error, message, stack);
  }

  // Six values of one message; a record would be spelled at one place and read at one.
  private void tell(
      String id,
      String name,
      String status,
      @Nullable String error,
      @Nullable String message,
      @Nullable String stack) {
    channel.send(
        Message.of(
            "is",
            "invocation",
            "lane",
            lane,
            "id",
            id,
            "name",
            name,
            "status",
            status,
            "error",
            error,
            "message",
            message,
            "stack",
            stack));
  }

  private static String message(Throwable failure) {
    String message = failure.getMessage();
    return message == null ? failure.getClass().getName() : message;
  }
}
