package ai.netra.auth.sessions;

/** What came of using a refresh token. */
public sealed interface RefreshOutcome {

  /** The grant goes on with a new token. */
  record Renewed(Opened opened) implements RefreshOutcome {}

  /** The client asks for more than the grant holds; the token stays as it was. */
  record TooWide() implements RefreshOutcome {}

  /** The token is not, or no longer, good; the answer is one for all reasons. */
  record Rejected() implements RefreshOutcome {}
}
