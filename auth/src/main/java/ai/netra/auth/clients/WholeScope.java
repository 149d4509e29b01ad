package ai.netra.auth.clients;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2ClientCredentialsAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;

/** A service that names no scope gets all of its own; the library would give it none. */
final class WholeScope implements AuthenticationConverter {

  private final AuthenticationConverter library =
      new OAuth2ClientCredentialsAuthenticationConverter();

  @Override
  public @Nullable Authentication convert(HttpServletRequest request) {
    Authentication asked = library.convert(request);
    if (asked instanceof OAuth2ClientCredentialsAuthenticationToken token
        && token.getScopes().isEmpty()
        && token.getPrincipal() instanceof OAuth2ClientAuthenticationToken client) {
      RegisteredClient registered = client.getRegisteredClient();
      return registered == null
          ? token
          : new OAuth2ClientCredentialsAuthenticationToken(
              client, registered.getScopes(), token.getAdditionalParameters());
    }
    return asked;
  }
}
