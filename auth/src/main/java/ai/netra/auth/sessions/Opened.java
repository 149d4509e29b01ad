package ai.netra.auth.sessions;

import ai.netra.auth.accounts.Account;
import org.jspecify.annotations.Nullable;

/**
 * A grant that was opened or renewed, with its one live refresh token; tokens are made of it.
 *
 * @param nonce what the ID token gives back, where the client sent one
 */
public record Opened(Account account, Grant grant, String refreshToken, @Nullable String nonce) {

  Opened(Account account, Grant grant, String refreshToken) {
    this(account, grant, refreshToken, null);
  }

  @Override
  public String toString() {
    return "Opened[grant=" + grant.id() + "]";
  }
}
