package ai.netra.auth.clients;

import java.util.Objects;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/** The client that the library has authenticated before it asks a provider. */
record AuthenticatedClient(OAuth2ClientAuthenticationToken token, RegisteredClient registered) {

  /** The client of a request; refused where none has shown who it is. */
  static AuthenticatedClient of(Authentication asked) {
    if (asked.getPrincipal() instanceof OAuth2ClientAuthenticationToken token
        && token.isAuthenticated()) {
      return new AuthenticatedClient(
          token, Objects.requireNonNull(token.getRegisteredClient(), "an authenticated client"));
    }
    throw OAuthErrors.of("invalid_client", "client: one that shows who it is, got none");
  }

  String id() {
    return registered.getClientId();
  }
}
