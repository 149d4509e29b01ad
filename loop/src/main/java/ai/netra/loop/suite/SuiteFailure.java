package ai.netra.loop.suite;

/**
 * A suite could not be built, discovered or run at all; the message names the command, the rule and
 * what was seen.
 */
public final class SuiteFailure extends RuntimeException {

  public SuiteFailure(String message) {
    super(message);
  }

  public SuiteFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
