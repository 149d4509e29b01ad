package ai.netra.auth.clients;

import ai.netra.auth.audit.Audit;
import ai.netra.auth.keys.Keys;
import ai.netra.auth.service.AuthSettings;
import ai.netra.auth.service.Ids;
import ai.netra.auth.service.MadeOnce;
import ai.netra.auth.store.Store;
import ai.netra.auth.throttle.Throttles;
import ai.netra.auth.web.Answer;
import ai.netra.auth.web.Endpoint;
import ai.netra.auth.web.Endpoints;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

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
  ConfiguredClients configuredClients(ServiceClients clients) {
    return new ConfiguredClients(clients);
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
