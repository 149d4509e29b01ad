package ai.netra.backend.identity;

/** The auth service does not answer, or not with what was asked for. */
final class AuthUnreachable extends Exception {

  AuthUnreachable(String message) {
    super(message);
  }

  AuthUnreachable(String message, Throwable cause) {
    super(message, cause);
  }
}
