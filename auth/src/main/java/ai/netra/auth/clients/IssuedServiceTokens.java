package ai.netra.auth.clients;

import ai.netra.auth.audit.Origin;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * What the library keeps. A service token is valid until it ends and nothing refers to it later, so
 * of an authorization only its audit event stays.
 */
final class IssuedServiceTokens implements OAuth2AuthorizationService {

  private final ServiceTokens tokens;

  IssuedServiceTokens(ServiceTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public @Nullable OAuth2Authorization findById(String id) {
    return null;
  }

  @Override
  public void save(OAuth2Authorization authorization) {
    tokens.issued(authorization.getRegisteredClientId(), Origin.service());
  }

  @Override
  public void remove(OAuth2Authorization authorization) {
    throw new IllegalStateException("authorization: none is kept, so none can be removed");
  }

  @Override
  public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
    return null;
  }
}
