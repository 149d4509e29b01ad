package ai.netra.auth.clients;

import ai.netra.auth.accounts.Rights;
import ai.netra.auth.service.Lifetimes;
import ai.netra.contract.auth.Clients;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** The library's view of the configured clients: two public ones and the services. */
final class ConfiguredClients implements RegisteredClientRepository {

  private static final List<String> LOOPBACK =
      List.of("http://127.0.0.1", "http://[::1]", "http://localhost");

  private final ServiceClients services;
  private final List<RegisteredClient> people;

  /**
   * Reads the fixed clients.
   *
   * @param webOrigins the origins of our own pages
   */
  ConfiguredClients(ServiceClients services, Set<String> webOrigins) {
    this.services = services;
    this.people =
        List.of(
            forPeople(Clients.WEB, "the Netra web page", new TreeSet<>(webOrigins)),
            forPeople(Clients.CLI, "the Netra command line", LOOPBACK));
  }

  private static RegisteredClient forPeople(String id, String name, Iterable<String> origins) {
    RegisteredClient.Builder client =
        RegisteredClient.withId(id)
            .clientId(id)
            .clientName(name)
            .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
            .scopes(scopes -> scopes.addAll(Rights.SCOPES))
            .clientSettings(
                ClientSettings.builder()
                    .requireProofKey(true)
                    .requireAuthorizationConsent(false)
                    .build())
            .tokenSettings(
                TokenSettings.builder().authorizationCodeTimeToLive(Lifetimes.CODE).build());
    for (String origin : origins) {
      client.redirectUri(origin + Clients.CALLBACK);
      client.postLogoutRedirectUri(origin + "/");
      client.postLogoutRedirectUri(origin + Clients.CALLBACK);
    }
    return client.build();
  }

  private static RegisteredClient service(String id, String digest) {
    return RegisteredClient.withId(id)
        .clientId(id)
        .clientSecret(digest)
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
        .scope(Clients.FEED_SCOPE)
        .build();
  }

  /** The clients that sign people in. */
  List<RegisteredClient> people() {
    return people;
  }

  @Override
  public void save(RegisteredClient client) {
    throw new IllegalStateException(client.getClientId() + ": clients come from configuration");
  }

  @Override
  public @Nullable RegisteredClient findById(String id) {
    return findByClientId(id);
  }

  @Override
  public @Nullable RegisteredClient findByClientId(String clientId) {
    return people.stream()
        .filter(client -> client.getClientId().equals(clientId))
        .findFirst()
        .or(() -> services.digest(clientId).map(digest -> service(clientId, digest)))
        .orElse(null);
  }
}
