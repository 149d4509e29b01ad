package ai.netra.auth.clients;

import ai.netra.auth.audit.Origin;
import ai.netra.auth.pages.Pages;
import ai.netra.auth.sessions.BrowserSessions;
import ai.netra.auth.sessions.Grants;
import ai.netra.auth.web.Answer;
import ai.netra.auth.web.Call;
import com.nimbusds.jwt.JWTClaimsSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * OpenID Connect RP-initiated logout: ends a session with all its grants. An ID token of the
 * session is proof enough; without one the person is asked, on a page.
 */
record LogoutEndpoint(
    BrowserSessions browsers, Grants grants, ConfiguredClients clients, Pages pages) {

  private static final List<String> CARRIED =
      List.of("client_id", "post_logout_redirect_uri", "state");

  /** A request that can be answered; the client is known wherever a redirect is asked for. */
  private record Asked(Optional<JWTClaimsSet> hint, Optional<String> redirect) {}

  Answer answer(Call call) {
    Optional<String> hinted = call.only("id_token_hint");
    Optional<JWTClaimsSet> hint = hinted.flatMap(grants::idToken);
    if (hinted.isPresent() && hint.isEmpty()) {
      return refused("id_token_hint: an ID token of this service, got something else");
    }
    Optional<String> client = hint.map(claims -> claims.getAudience().getFirst());
    Optional<String> named = call.only("client_id");
    if (client.isPresent() && named.isPresent() && !client.equals(named)) {
      return refused("client_id: the one of the id_token_hint, got another");
    }
    Optional<String> redirect = call.only("post_logout_redirect_uri");
    if (redirect.isPresent() && !registered(client.or(() -> named), redirect.get())) {
      return refused("post_logout_redirect_uri: one that the client registered, got another");
    }
    return answer(call, new Asked(hint, redirect));
  }

  private boolean registered(Optional<String> clientId, String redirect) {
    Optional<RegisteredClient> client =
        clients.people().stream()
            .filter(one -> clientId.filter(one.getClientId()::equals).isPresent())
            .findFirst();
    return client
        .filter(one -> Redirects.registered(one.getPostLogoutRedirectUris(), redirect))
        .isPresent();
  }

  private Answer answer(Call call, Asked asked) {
    Optional<BrowserSessions.Browser> browser = browsers.of(call);
    if (asked.hint().isPresent()) {
      JWTClaimsSet hint = asked.hint().get();
      Optional<BrowserSessions.Ended> ended = end(call, String.valueOf(hint.getClaim("sid")));
      browser
          .filter(one -> one.accountId().equals(hint.getSubject()))
          .filter(one -> ended.filter(e -> e.sessionId().equals(one.sessionId())).isEmpty())
          .ifPresent(
              one -> {
                var _ = end(call, one.sid());
              });
      boolean others =
          browser.filter(one -> !one.accountId().equals(hint.getSubject())).isPresent();
      return done(call, asked, !others);
    }
    if (browser.isEmpty()) {
      return done(call, asked, true);
    }
    if (!call.request().getMethod().equals("POST") || call.only("confirmed").isEmpty()) {
      return question(call, 200);
    }
    if (!pages.genuine(call)) {
      return question(call, 403);
    }
    var _ = end(call, browser.get().sid());
    return done(call, asked, true);
  }

  private Optional<BrowserSessions.Ended> end(Call call, String sid) {
    Optional<BrowserSessions.Ended> ended = browsers.end(sid, Origin.of(call));
    ended.ifPresent(one -> call.receipt().user(one.accountId()));
    return ended;
  }

  private Answer done(Call call, Asked asked, boolean clears) {
    Map<String, String> state =
        call.only("state").map(text -> Map.of("state", text)).orElse(Map.of());
    Answer answer =
        asked
            .redirect()
            .map(address -> Answer.redirect(Redirects.with(address, state)))
            .orElseGet(LogoutEndpoint.this::signedOut);
    return clears ? answer.with("Set-Cookie", browsers.cleared()) : answer;
  }

  private Answer signedOut() {
    return pages.page(
        200,
        "You are signed out",
        "<p>Your session is over, here and wherever you were signed in with it.</p>");
  }

  private Answer question(Call call, int status) {
    String carried =
        CARRIED.stream()
            .flatMap(name -> call.only(name).map(value -> hidden(name, value)).stream())
            .collect(Collectors.joining("\n"));
    return pages.page(
        call,
        status,
        new Pages.Heading(
            "Sign out?", "<p>This ends your session, here and wherever you used it.</p>"),
        new Pages.Form(
            "/connect/logout",
            hidden("confirmed", "yes") + carried + "<button>Sign out</button>",
            ""));
  }

  private static String hidden(String name, String value) {
    return "<input type=\"hidden\" name=\"%s\" value=\"%s\">".formatted(name, Pages.escaped(value));
  }

  private Answer refused(String reason) {
    return pages.page(
        400,
        "This sign-out cannot go on",
        """
        <p>You are still signed in: the site or program that sent you here asked in a way that
        this service does not understand.</p>
        <p class="note">For its makers: %s</p>
        """
            .formatted(Pages.escaped(reason)));
  }
}
