package ai.netra.loop.source;

/** The sources of a suite cannot be read or parsed; the message names the file. */
public final class SourceFailure extends RuntimeException {

  public SourceFailure(String message) {
    super(message);
  }

  public SourceFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
