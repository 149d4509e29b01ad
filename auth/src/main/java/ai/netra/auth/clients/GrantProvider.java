package ai.netra.auth.clients;

import ai.netra.auth.audit.Origin;
import ai.netra.auth.sessions.Grants;
import ai.netra.auth.sessions.Opened;
import ai.netra.auth.sessions.RefreshOutcome;
import ai.netra.auth.sessions.TokenMaker;
import ai.netra.contract.auth.TokenSet;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2RefreshTokenAuthenticationToken;

/**
 * Tokens of people, for a code or a refresh token. In place of the library's: look and change are
 * one unit of the store here, so that of many uses at once one succeeds, and public clients may
 * refresh. The library has authenticated the client, by PKCE for a code.
 */
final class GrantProvider implements AuthenticationProvider {

  private final Grants grants;
  private final TokenMaker maker;
  private final Clock clock;

  GrantProvider(Grants grants, TokenMaker maker, Clock clock) {
    this.grants = grants;
    this.maker = maker;
    this.clock = clock;
  }

  @Override
  public boolean supports(Class<?> kind) {
    return OAuth2AuthorizationCodeAuthenticationToken.class.isAssignableFrom(kind)
        || OAuth2RefreshTokenAuthenticationToken.class.isAssignableFrom(kind);
  }

  @Override
  public Authentication authenticate(Authentication asked) {
    AuthenticatedClient client = AuthenticatedClient.of(asked);
    Opened opened =
        switch (asked) {
          case OAuth2AuthorizationCodeAuthenticationToken code -> redeemed(code, client);
          case OAuth2RefreshTokenAuthenticationToken refresh -> refreshed(refresh, client);
          default -> throw new IllegalArgumentException("grant: code or refresh, got " + asked);
        };
    CurrentCall.get().receipt().user(opened.account().id());
    return answer(client, maker.make(opened));
  }

  private Opened redeemed(
      OAuth2AuthorizationCodeAuthenticationToken code, AuthenticatedClient client) {
    Grants.CodeUse use = new Grants.CodeUse(code.getCode(), client.id(), code.getRedirectUri());
    return grants
        .redeem(use, Origin.of(CurrentCall.get()))
        .orElseThrow(
            () -> OAuthErrors.of("invalid_grant", "code: one that is live, for this redirect_uri"));
  }

  private Opened refreshed(
      OAuth2RefreshTokenAuthenticationToken asked, AuthenticatedClient client) {
    Origin origin = Origin.of(CurrentCall.get());
    RefreshOutcome outcome =
        grants.refresh(asked.getRefreshToken(), client.id(), asked.getScopes(), origin);
    return switch (outcome) {
      case RefreshOutcome.Renewed(Opened opened) -> opened;
      case RefreshOutcome.TooWide() ->
          throw OAuthErrors.of("invalid_scope", "scope: within that of the grant, got more");
      case RefreshOutcome.Rejected() ->
          throw OAuthErrors.of("invalid_grant", "refresh_token: one that is live, got another");
    };
  }

  private OAuth2AccessTokenAuthenticationToken answer(AuthenticatedClient client, TokenSet tokens) {
    Instant now = clock.instant();
    OAuth2AccessToken access =
        new OAuth2AccessToken(
            OAuth2AccessToken.TokenType.BEARER,
            tokens.accessToken(),
            now,
            now.plusSeconds(tokens.expiresIn()),
            scopes(tokens.scope()));
    Map<String, Object> more = new LinkedHashMap<>();
    Optional.ofNullable(tokens.idToken()).ifPresent(token -> more.put("id_token", token));
    return new OAuth2AccessTokenAuthenticationToken(
        client.registered(),
        client.token(),
        access,
        new OAuth2RefreshToken(tokens.refreshToken(), now),
        more);
  }

  private static Set<String> scopes(String scope) {
    return scope.isEmpty() ? Set.of() : Set.of(scope.split(" "));
  }
}
