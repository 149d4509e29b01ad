package ai.netra.loop.statement;

/** A key or a statement cannot be used; the message names the file and the rule. */
public final class StatementFailure extends RuntimeException {

  StatementFailure(String message) {
    super(message);
  }

  StatementFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
