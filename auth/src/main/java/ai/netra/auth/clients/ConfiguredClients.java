package ai.netra.auth.clients;

import ai.netra.contract.auth.Clients;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/** The library's view of the configured clients. */
final class ConfiguredClients implements RegisteredClientRepository {

  private final ServiceClients clients;

  ConfiguredClients(ServiceClients clients) {
    this.clients = clients;
  }

  private static RegisteredClient client(String id, String digest) {
    return RegisteredClient.withId(id)
        .clientId(id)
        .clientSecret(digest)
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
        .scope(Clients.FEED_SCOPE)
        .build();
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
    return clients.digest(clientId).map(digest -> client(clientId, digest)).orElse(null);
  }
}
