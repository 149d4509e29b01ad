package ai.netra.auth.clients;

import ai.netra.auth.sessions.Grants;
import com.nimbusds.jwt.JWTClaimsSet;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenIntrospection;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenIntrospectionAuthenticationToken;

/** RFC 7662 for confidential clients: whether an access token holds now, and what it says. */
record Introspections(Grants grants) implements AuthenticationProvider {

  @Override
  public boolean supports(Class<?> kind) {
    return OAuth2TokenIntrospectionAuthenticationToken.class.isAssignableFrom(kind);
  }

  @Override
  public Authentication authenticate(Authentication asked) {
    AuthenticatedClient client = AuthenticatedClient.of(asked);
    if (client.token().getClientAuthenticationMethod().equals(ClientAuthenticationMethod.NONE)) {
      throw OAuthErrors.of("invalid_client", "client: a confidential one, got a public one");
    }
    String token = ((OAuth2TokenIntrospectionAuthenticationToken) asked).getToken();
    Optional<JWTClaimsSet> active = grants.active(token);
    return new OAuth2TokenIntrospectionAuthenticationToken(
        token,
        client.token(),
        active
            .map(Introspections::claims)
            .orElseGet(() -> OAuth2TokenIntrospection.builder().build()));
  }

  private static OAuth2TokenIntrospection claims(JWTClaimsSet token) {
    OAuth2TokenIntrospection.Builder claims =
        OAuth2TokenIntrospection.builder(true)
            .subject(token.getSubject())
            .issuer(token.getIssuer())
            .clientId(String.valueOf(token.getClaim("client_id")))
            .tokenType("Bearer")
            .id(token.getJWTID())
            .issuedAt(token.getIssueTime().toInstant())
            .expiresAt(token.getExpirationTime().toInstant());
    token.getAudience().forEach(claims::audience);
    for (String scope : List.of(String.valueOf(token.getClaim("scope")).split(" "))) {
      claims.scope(scope);
    }
    return claims.build();
  }
}
