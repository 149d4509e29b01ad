package ai.netra.auth.clients;

import ai.netra.auth.accounts.Accounts;
import ai.netra.auth.audit.Audit;
import ai.netra.auth.keys.Keys;
import ai.netra.auth.pages.Pages;
import ai.netra.auth.service.AuthSettings;
import ai.netra.auth.service.Ids;
import ai.netra.auth.service.MadeOnce;
import ai.netra.auth.sessions.BrowserSessions;
import ai.netra.auth.sessions.Grants;
import ai.netra.auth.store.Store;
import ai.netra.auth.throttle.Throttles;
import ai.netra.auth.web.Answer;
import ai.netra.auth.web.Endpoint;
import ai.netra.auth.web.Endpoints;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;

/** Wires clients and their tokens. */
@Configuration(proxyBeanMethods = false)
class ClientsConfiguration {

  private static final int KEPT_SECONDS = 300;

  @Bean
  ServiceClients serviceClients(AuthSettings settings, MadeOnce madeOnce) {
    return new ServiceClients(
        () -> settings.backendSecret().orElseGet(() -> madeOnce.secret("backend-client-secret")));
  }

  @Bean
  ServiceTokens serviceTokens(
      Keys keys, Store store, Audit audit, AuthSettings settings, Clock clock, Ids ids) {
    return new ServiceTokens(
        new ServiceTokens.Signing(keys, clock, ids),
        store,
        audit,
        settings.issuer(),
        settings.lifetimes().access());
  }

  @Bean
  ConfiguredClients configuredClients(ServiceClients clients, AuthSettings settings) {
    return new ConfiguredClients(clients, settings.webOrigins());
  }

  @Bean
  AuthorizeEndpoint authorizeEndpoint(
      ConfiguredClients clients,
      Authorizations authorizations,
      AuthorizationServerSettings server,
      BrowserSessions browsers,
      Pages pages,
      AuthSettings settings,
      Clock clock) {
    OAuth2AuthorizationCodeRequestAuthenticationProvider library =
        new OAuth2AuthorizationCodeRequestAuthenticationProvider(
            clients, authorizations, new InMemoryOAuth2AuthorizationConsentService());
    library.setAuthenticationValidator(new AuthorizeRules(settings.backend()));
    return new AuthorizeEndpoint(
        library, clients, new LibraryContext(server), browsers, pages, clock);
  }

  @Bean
  Endpoints signInEndpoints(
      AuthorizeEndpoint authorize,
      BrowserSessions browsers,
      Grants grants,
      ConfiguredClients clients,
      Pages pages,
      Store store,
      Accounts accounts) {
    LogoutEndpoint logout = new LogoutEndpoint(browsers, grants, clients, pages);
    UserInfo userInfo = new UserInfo(store, accounts);
    return Endpoints.of(
        new Endpoint("GET /oauth2/authorize", authorize::answer),
        new Endpoint("GET /connect/logout", logout::answer),
        new Endpoint("POST /connect/logout", logout::answer),
        new Endpoint("GET /userinfo", userInfo::answer),
        new Endpoint("POST /userinfo", userInfo::answer));
  }

  /** Who waits for a sign-in, for the page that asks for it. */
  @Bean
  WaitingClients waitingClients(ConfiguredClients clients) {
    return new WaitingClients(clients);
  }

  @Bean
  Endpoints clientEndpoints(
      ServiceClients clients, ServiceTokens tokens, Throttles throttles, AuthSettings settings) {
    ServiceLogins logins = new ServiceLogins(clients, tokens, throttles);
    Metadata metadata = new Metadata(settings.issuer());
    return Endpoints.of(
        new Endpoint("POST /auth/service-token", logins::answer),
        new Endpoint(
            "GET /.well-known/openid-configuration",
            call -> Answer.kept(metadata.openId(), KEPT_SECONDS)),
        new Endpoint(
            "GET /.well-known/oauth-authorization-server",
            call -> Answer.kept(metadata.authorizationServer(), KEPT_SECONDS)));
  }
}
