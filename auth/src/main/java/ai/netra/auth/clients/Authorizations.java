package ai.netra.auth.clients;

import ai.netra.auth.audit.Origin;
import ai.netra.auth.sessions.Grants;
import java.security.Principal;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * What the library keeps, in our own tables: a code becomes a grant that waits, and comes back for
 * the check of PKCE. A service token is valid until it ends and nothing refers to it later, so of
 * it only its audit event stays.
 */
final class Authorizations implements OAuth2AuthorizationService {

  private final ServiceTokens services;
  private final Grants grants;
  private final ConfiguredClients clients;
  private final String authorizeUri;

  Authorizations(
      ServiceTokens services, Grants grants, ConfiguredClients clients, String authorizeUri) {
    this.services = services;
    this.grants = grants;
    this.clients = clients;
    this.authorizeUri = authorizeUri;
  }

  @Override
  public void save(OAuth2Authorization authorization) {
    if (authorization
        .getAuthorizationGrantType()
        .equals(AuthorizationGrantType.CLIENT_CREDENTIALS)) {
      services.issued(authorization.getRegisteredClientId(), Origin.service());
      return;
    }
    if (!grants.issue(order(authorization))) {
      throw new IllegalStateException("session: open, it ended while a code was made");
    }
  }

  private static Grants.CodeOrder order(OAuth2Authorization authorization) {
    OAuth2AuthorizationRequest request =
        needed(authorization.getAttribute(OAuth2AuthorizationRequest.class.getName()));
    SignedInBrowser browser = needed(authorization.getAttribute(Principal.class.getName()));
    Map<String, Object> parameters = request.getAdditionalParameters();
    return new Grants.CodeOrder(
        needed(authorization.getToken(OAuth2AuthorizationCode.class)).getToken().getTokenValue(),
        browser.sessionId(),
        authorization.getRegisteredClientId(),
        String.join(" ", new TreeSet<>(authorization.getAuthorizedScopes())),
        (String) needed(parameters.get(PkceParameterNames.CODE_CHALLENGE)),
        needed(request.getRedirectUri()),
        (String) parameters.get("nonce"));
  }

  private static <T> T needed(@Nullable T part) {
    return Objects.requireNonNull(part, "the library's authorization is whole");
  }

  @Override
  public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
    return type == null || !type.getValue().equals("code")
        ? null
        : grants.asked(token).map(this::authorization).orElse(null);
  }

  private OAuth2Authorization authorization(Grants.Asked asked) {
    OAuth2AuthorizationRequest request =
        OAuth2AuthorizationRequest.authorizationCode()
            .authorizationUri(authorizeUri)
            .clientId(asked.clientId())
            .redirectUri(asked.redirectUri())
            .additionalParameters(
                Map.of(
                    PkceParameterNames.CODE_CHALLENGE,
                    asked.codeChallenge(),
                    PkceParameterNames.CODE_CHALLENGE_METHOD,
                    "S256"))
            .build();
    return OAuth2Authorization.withRegisteredClient(
            Objects.requireNonNull(clients.findByClientId(asked.clientId()), asked.clientId()))
        .principalName(asked.clientId())
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .attribute(OAuth2AuthorizationRequest.class.getName(), request)
        .build();
  }

  @Override
  public void remove(OAuth2Authorization authorization) {
    throw new IllegalStateException("authorization: none is removed but by its end");
  }

  @Override
  public @Nullable OAuth2Authorization findById(String id) {
    return null;
  }
}
