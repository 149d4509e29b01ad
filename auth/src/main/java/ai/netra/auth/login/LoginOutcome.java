package ai.netra.auth.login;

import ai.netra.auth.sessions.Opened;

/** What came of an address and a password. */
sealed interface LoginOutcome {

  /** Signed in. */
  record SignedIn(Opened opened) implements LoginOutcome {}

  /** The address is unknown or the password wrong: one answer for both. */
  record Rejected() implements LoginOutcome {}

  /** The password is right, the account is disabled. */
  record Disabled() implements LoginOutcome {}
}
