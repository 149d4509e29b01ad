package ai.netra.auth.clients;

import ai.netra.auth.sessions.BrowserSessions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** The library's view of a browser that is signed in: its name is the account's id. */
final class SignedInBrowser extends AbstractAuthenticationToken {

  private final String account;
  private final String session;

  SignedInBrowser(BrowserSessions.Browser browser) {
    super(List.of());
    this.account = browser.accountId();
    this.session = browser.sessionId();
    setAuthenticated(true);
  }

  String sessionId() {
    return session;
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public Object getPrincipal() {
    return account;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SignedInBrowser browser && browser.session.equals(session);
  }

  @Override
  public int hashCode() {
    return session.hashCode();
  }
}
