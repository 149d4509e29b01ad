package ai.netra.auth.clients;

import ai.netra.auth.pages.Pages;
import ai.netra.auth.sessions.BrowserSessions;
import ai.netra.auth.web.Answer;
import ai.netra.auth.web.Call;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2AuthorizationCodeRequestAuthenticationConverter;

/**
 * Answers a request for a code. The library reads and judges it; ours are who is signed in, {@code
 * prompt=login}, {@code max_age}, {@code iss} in the answer (RFC 9207), and the page where no
 * redirect may be.
 */
final class AuthorizeEndpoint {

  /** The library's words where all is right but that nobody is signed in; it has no other sign. */
  private static final String NOBODY = "OAuth 2.0 Parameter: principal";

  private final AuthenticationProvider library;
  private final ConfiguredClients clients;
  private final LibraryContext context;
  private final BrowserSessions browsers;
  private final Pages pages;
  private final Clock clock;
  private final OAuth2AuthorizationCodeRequestAuthenticationConverter reader =
      new OAuth2AuthorizationCodeRequestAuthenticationConverter();

  AuthorizeEndpoint(
      AuthenticationProvider library,
      ConfiguredClients clients,
      LibraryContext context,
      BrowserSessions browsers,
      Pages pages,
      Clock clock) {
    this.library = library;
    this.clients = clients;
    this.context = context;
    this.browsers = browsers;
    this.pages = pages;
    this.clock = clock;
  }

  Answer answer(Call call) {
    if (call.only("client_id").filter(this::signsPeopleIn).isEmpty()) {
      return refusedHere("client_id: a client of this service that signs people in, got another");
    }
    AuthorizeQuery query = AuthorizeQuery.of(call);
    Optional<BrowserSessions.Browser> browser =
        browsers.of(call).filter(one -> query.satisfiedBy(one.authTime(), clock.instant()));
    browser.ifPresent(one -> call.receipt().user(one.accountId()));
    try {
      return answered(context.within(() -> judged(call, browser)));
    } catch (OAuth2AuthorizationCodeRequestAuthenticationException refused) {
      return NOBODY.equals(refused.getError().getDescription())
          ? Answer.redirect("/login?continue=" + Redirects.encoded(query.afterSignIn()))
          : refused(refused);
    }
  }

  private boolean signsPeopleIn(String clientId) {
    return clients.people().stream().anyMatch(client -> client.getClientId().equals(clientId));
  }

  private Authentication judged(Call call, Optional<BrowserSessions.Browser> browser) {
    browser
        .map(SignedInBrowser::new)
        .ifPresent(SecurityContextHolder.getContext()::setAuthentication);
    Authentication asked = reader.convert(new AsGet(call.request()));
    if (asked == null) {
      throw new IllegalStateException("authorize: a GET is a request for a code");
    }
    Authentication judged = library.authenticate(asked);
    return judged == null ? asked : judged;
  }

  private Answer answered(Authentication judged) {
    if (!(judged instanceof OAuth2AuthorizationCodeRequestAuthenticationToken done)
        || done.getAuthorizationCode() == null) {
      throw new IllegalStateException("authorize: a code, got " + judged.getClass().getName());
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("code", done.getAuthorizationCode().getTokenValue());
    return back(done, parameters);
  }

  private Answer refused(OAuth2AuthorizationCodeRequestAuthenticationException refused) {
    OAuth2Error error = refused.getError();
    OAuth2AuthorizationCodeRequestAuthenticationToken asked =
        refused.getAuthorizationCodeRequestAuthentication();
    String description = Optional.ofNullable(error.getDescription()).orElse("");
    if (asked == null || asked.getRedirectUri() == null || asked.getRedirectUri().isEmpty()) {
      return refusedHere(error.getErrorCode() + ": " + description);
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("error", error.getErrorCode());
    parameters.put("error_description", description);
    return back(asked, parameters);
  }

  private Answer back(
      OAuth2AuthorizationCodeRequestAuthenticationToken to, Map<String, String> parameters) {
    if (to.getState() != null && !to.getState().isEmpty()) {
      parameters.put("state", to.getState());
    }
    parameters.put("iss", context.issuer());
    String redirect = Optional.ofNullable(to.getRedirectUri()).orElseThrow();
    return Answer.redirect(Redirects.with(redirect, parameters));
  }

  private Answer refusedHere(String reason) {
    return pages.page(
        400,
        "This sign-in cannot go on",
        """
        <p>The site or program that sent you here asked for something that this service does
        not do. You were not signed in anywhere.</p>
        <p class="note">For its makers: %s</p>
        <p>Go back to where you came from and try again; if it stays so, tell them.</p>
        """
            .formatted(Pages.escaped(reason)));
  }
}
