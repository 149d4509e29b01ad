package ai.netra.loop.journal;

/**
 * The journal cannot be written or read as what it is; the message names the file, the rule and
 * what was found.
 */
public final class JournalFailure extends RuntimeException {

  public JournalFailure(String message) {
    super(message);
  }

  public JournalFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
