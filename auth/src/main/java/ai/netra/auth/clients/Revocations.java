package ai.netra.auth.clients;

import ai.netra.auth.audit.Origin;
import ai.netra.auth.sessions.Grants;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenRevocationAuthenticationToken;

/**
 * RFC 7009, by our own grants: a refresh token ends its grant, an access token itself alone, and
 * the backends hear of both.
 */
record Revocations(Grants grants) implements AuthenticationProvider {

  @Override
  public boolean supports(Class<?> kind) {
    return OAuth2TokenRevocationAuthenticationToken.class.isAssignableFrom(kind);
  }

  @Override
  public Authentication authenticate(Authentication asked) {
    AuthenticatedClient client = AuthenticatedClient.of(asked);
    String token = ((OAuth2TokenRevocationAuthenticationToken) asked).getToken();
    if (!grants.revoke(token, client.id(), Origin.of(CurrentCall.get()))) {
      throw OAuthErrors.of("invalid_grant", "token: one of this client, got another client's");
    }
    return new OAuth2TokenRevocationAuthenticationToken(
        new OAuth2RefreshToken(token, null), client.token());
  }
}
