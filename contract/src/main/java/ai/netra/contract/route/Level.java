package ai.netra.contract.route;

/** Who may call a route. */
public enum Level {
  /** Credentials are not looked at. */
  PUBLIC,
  /** Works without; a token that is sent must verify. */
  OPTIONAL,
  /** A verified access token with the route's right. */
  REQUIRED,
  /** A verified access token with the administrative right of the route. */
  ADMIN,
  /** A verified service token with the route's right. */
  SERVICE
}
