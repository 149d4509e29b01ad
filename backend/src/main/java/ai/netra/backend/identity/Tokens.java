package ai.netra.backend.identity;

/** The one verifier that REST, streams and the socket's handshake share. */
public interface Tokens {

  /**
   * Verifies a compact JWT; call it on a virtual thread, it may wait for keys. No request causes a
   * call a token.
   */
  TokenOutcome verify(String token);
}
