package ai.netra.auth.clients;

import ai.netra.auth.service.AuthSettings;
import ai.netra.auth.sessions.Grants;
import ai.netra.auth.sessions.TokenMaker;
import ai.netra.auth.throttle.Throttles;
import ai.netra.auth.web.OAuthRefusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/**
 * Sets the library up: client authentication with PKCE, and the parsing and writing of the token,
 * introspection and revocation endpoints; the decisions about grants are our own providers'.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class TokenEndpointConfiguration {

  @Bean
  PasswordEncoder clientSecrets() {
    return new DigestEncoder();
  }

  @Bean
  AuthorizationServerSettings authorizationServerSettings(AuthSettings settings) {
    return AuthorizationServerSettings.builder().issuer(settings.issuer().toString()).build();
  }

  @Bean
  Authorizations authorizations(
      ServiceTokens services, Grants grants, ConfiguredClients clients, AuthSettings settings) {
    return new Authorizations(services, grants, clients, settings.issuer() + "/oauth2/authorize");
  }

  @Bean
  TokenProviders tokenProviders(
      Grants grants, TokenMaker maker, ConfiguredClients clients, Clock clock) {
    return new TokenProviders(
        new GrantProvider(grants, maker, clock),
        new PublicClients(clients),
        new Introspections(grants),
        new Revocations(grants));
  }

  @Bean
  SecurityFilterChain tokenEndpoint(
      HttpSecurity http,
      ConfiguredClients clients,
      Authorizations authorizations,
      ServiceTokens tokens,
      TokenProviders providers,
      Throttles throttles,
      AuthSettings settings) {
    return http.securityMatcher("/oauth2/token", "/oauth2/introspect", "/oauth2/revoke")
        .with(
            new OAuth2AuthorizationServerConfigurer(),
            server -> {
              server
                  .registeredClientRepository(clients)
                  .authorizationService(authorizations)
                  .tokenGenerator(generator(tokens));
              providers.register(server, TokenEndpointConfiguration::refuse);
            })
        .addFilterBefore(
            new TokenRequestRules(throttles, settings.backend()), SecurityContextHolderFilter.class)
        .csrf(AbstractHttpConfigurer::disable)
        .headers(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .build();
  }

  private static OAuth2TokenGenerator<OAuth2Token> generator(ServiceTokens tokens) {
    return context ->
        OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType()) ? token(tokens, context) : null;
  }

  private static OAuth2AccessToken token(ServiceTokens tokens, OAuth2TokenContext context) {
    Set<String> scopes = context.getRegisteredClient().getScopes();
    ServiceTokens.Made made = tokens.make(context.getRegisteredClient().getClientId());
    return new OAuth2AccessToken(
        OAuth2AccessToken.TokenType.BEARER,
        made.token(),
        made.issuedAt(),
        made.expiresAt(),
        scopes);
  }

  private static void refuse(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException thrown)
      throws IOException {
    OAuth2Error error =
        thrown instanceof OAuth2AuthenticationException oauth
            ? oauth.getError()
            : new OAuth2Error("server_error");
    boolean client = error.getErrorCode().equals("invalid_client");
    OAuthRefusal.write(
        response, client ? 401 : 400, error.getErrorCode(), description(error.getDescription()));
  }

  private static String description(@Nullable String text) {
    return text == null || text.isBlank() ? "the request was refused" : text;
  }
}
