package ai.netra.auth.web;

/** Verifies access tokens; the one verifier of the service. Safe for many threads. */
public interface Credentials {

  /** Verifies a token that a person's client sent. */
  TokenOutcome user(String token);

  /** Verifies a token that another service sent. */
  TokenOutcome service(String token);
}
