package ai.netra.contract.route;

import ai.netra.contract.auth.Clients;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The routes of the auth service. */
public final class AuthRoutes {

  /** Paths that exist only where a key for test identities is set. */
  public static final String E2E = "/auth/e2e/";

  /** The endpoints that the authorization server's library serves. */
  public static final List<String> BY_LIBRARY =
      List.of("POST /oauth2/token", "POST /oauth2/introspect", "POST /oauth2/revoke");

  private static final long BODY_BYTES = 64 * 1024;
  private static final List<String> JSON = List.of("application/json");
  private static final List<String> FORM = List.of("application/x-www-form-urlencoded");
  private static final List<String> HTML = List.of("text/html");

  /** Every route that is served, in the order of the document. */
  public static final List<Route> ALL =
      List.of(
          health("/health", "The service's state, without asking anything"),
          health("/health/live", "Whether the process answers"),
          health("/health/ready", "Whether requests are served, with each check"),
          health("/health/startup", "The phases of the start with their times"),
          health("/auth/health", "The same as /health"),
          health("/auth/status", "The same as /health"),
          open("GET", "/version", "The build that runs"),
          open("GET", "/openapi.json", "This document"),
          open("GET", "/.well-known/openid-configuration", "OpenID Connect discovery"),
          open("GET", "/.well-known/oauth-authorization-server", "RFC 8414 metadata"),
          open("GET", "/oauth2/jwks", "The published keys"),
          page("GET", "/oauth2/authorize", "Asks for a code; a page where no redirect may be"),
          form("/oauth2/token", "Tokens of a client, by the grants that the metadata list"),
          form("/oauth2/introspect", "Whether a token is active, for confidential clients"),
          form("/oauth2/revoke", "Ends a grant by its refresh token, or one access token"),
          own("GET", "/userinfo", "Who the token's owner is, as far as its scope tells"),
          own("POST", "/userinfo", "The same as GET"),
          page("GET", "/connect/logout", "Signs out of a session (OpenID Connect RP-initiated)"),
          page("POST", "/connect/logout", "The same by a form"),
          page("GET", "/login", "The page that asks for address and password"),
          page("POST", "/login", "Signs a browser in"),
          new Route(
              "GET",
              "/assets/pages.css",
              Level.PUBLIC,
              null,
              RateClass.OWN,
              List.of(),
              List.of("text/css"),
              0,
              "How the pages look"),
          open("GET", "/auth/config", "What a client needs to know before anybody signs in"),
          open("POST", "/auth/register", "A new account, signed in"),
          open("POST", "/auth/login", "Tokens for an address and a password"),
          open("POST", "/auth/service-token", "A token of a service, over JSON"),
          open("POST", "/auth/refresh", "New tokens for a refresh token, which is used up"),
          open("POST", "/auth/logout", "Ends the session, or all of the account"),
          open("GET", "/auth/validate", "Whether the Bearer token is valid"),
          open("POST", "/auth/validate", "Whether a token, of header or body, is valid"),
          open("GET", "/auth/verify", "The same as /auth/validate"),
          open("POST", "/auth/verify", "The same as /auth/validate"),
          own("GET", "/auth/me", "The caller's account"),
          own("PATCH", "/auth/me", "Changes name and locale"),
          own("POST", "/auth/password/change", "A new password; the other sessions end"),
          own("GET", "/auth/sessions", "The caller's sessions"),
          own("DELETE", "/auth/sessions", "Ends all sessions but this one"),
          own("DELETE", "/auth/sessions/{id}", "Ends a session of the caller"),
          service("/auth/feed", "What followed a position of the feed; waits for it"),
          service("/auth/feed/revocations", "All revocations that hold"),
          open("POST", E2E + "identities", "Accounts for tests; never in production"),
          open("DELETE", E2E + "identities/{id}", "Erases an account for tests"));

  private AuthRoutes() {}

  private static Route health(String path, String summary) {
    return route("GET", path, Level.PUBLIC, null, RateClass.EXEMPT, summary);
  }

  private static Route service(String path, String summary) {
    return route("GET", path, Level.SERVICE, Clients.FEED_SCOPE, RateClass.OWN, summary);
  }

  private static Route own(String method, String path, String summary) {
    return route(method, path, Level.REQUIRED, null, RateClass.OWN, summary);
  }

  private static Route form(String path, String summary) {
    return new Route(
        "POST", path, Level.PUBLIC, null, RateClass.OWN, FORM, JSON, BODY_BYTES, summary);
  }

  private static Route page(String method, String path, String summary) {
    boolean form = method.equals("POST");
    return new Route(
        method,
        path,
        Level.PUBLIC,
        null,
        RateClass.OWN,
        form ? FORM : List.of(),
        HTML,
        form ? BODY_BYTES : 0,
        summary);
  }

  private static Route open(String method, String path, String summary) {
    return route(method, path, Level.PUBLIC, null, RateClass.OWN, summary);
  }

  private static Route route(
      String method,
      String path,
      Level level,
      @Nullable String right,
      RateClass rate,
      String summary) {
    boolean body = method.equals("POST") || method.equals("PATCH");
    List<String> consumes = body ? JSON : List.of();
    return new Route(
        method, path, level, right, rate, consumes, JSON, body ? BODY_BYTES : 0, summary);
  }
}
