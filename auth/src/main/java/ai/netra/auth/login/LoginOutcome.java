package ai.netra.auth.login;

/**
 * What came of an address and a password.
 *
 * @param <T> what a sign-in opens
 */
sealed interface LoginOutcome<T> {

  /** Signed in. */
  record SignedIn<T>(T opened) implements LoginOutcome<T> {}

  /** The address is unknown or the password wrong: one answer for both. */
  record Rejected<T>() implements LoginOutcome<T> {}

  /** The password is right, the account is disabled. */
  record Disabled<T>() implements LoginOutcome<T> {}
}
