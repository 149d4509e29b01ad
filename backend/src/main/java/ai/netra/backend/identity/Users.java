package ai.netra.backend.identity;

/** The mirror of the issuer's accounts. */
public interface Users {

  /**
   * The caller behind a verified token; their row is made at the first one.
   *
   * @param address the client's address
   * @param traceId the trace of the request or message
   */
  Caller caller(TokenOutcome.Verified token, String address, String traceId);
}
