package ai.netra.auth.sessions;

import java.util.Optional;
import java.util.Set;

/**
 * A refresh token as it was shown.
 *
 * @param clientId the client that shows it; nothing where the route knows no client
 * @param scopes what the new access token shall say at most; empty: all of the grant
 */
record RefreshUse(String token, Optional<String> clientId, Set<String> scopes) {

  RefreshUse {
    scopes = Set.copyOf(scopes);
  }

  static RefreshUse of(String token) {
    return new RefreshUse(token, Optional.empty(), Set.of());
  }

  @Override
  public String toString() {
    return "RefreshUse[clientId=" + clientId + "]";
  }
}
