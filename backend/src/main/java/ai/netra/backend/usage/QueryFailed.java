package ai.netra.backend.usage;

/** A query over usage data could not be answered; the message names the query or the segment. */
public final class QueryFailed extends RuntimeException {

  QueryFailed(String message, Throwable cause) {
    super(message, cause);
  }

  QueryFailed(String message) {
    super(message);
  }
}
