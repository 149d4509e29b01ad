package ai.netra.auth.clients;

import ai.netra.auth.service.Digests;
import ai.netra.auth.service.Secret;
import ai.netra.contract.auth.Clients;
import java.util.Optional;
import java.util.function.Supplier;

/** The one service client and its secret, of which only the digest is shown. */
final class ServiceClients {

  private final Supplier<Secret> secret;

  /** The secret is asked for at each look, so that one is made only once it is needed. */
  ServiceClients(Supplier<Secret> secret) {
    this.secret = secret;
  }

  /** The digest of a client's secret; nothing for a client that has none. */
  Optional<String> digest(String clientId) {
    return clientId.equals(Clients.BACKEND)
        ? Optional.of(Digests.sha256Text(secret.get().text()))
        : Optional.empty();
  }

  /** Whether these are the credentials of a service. */
  boolean known(String clientId, String shown) {
    return digest(clientId)
        .filter(digest -> new DigestEncoder().matches(shown, digest))
        .isPresent();
  }
}
