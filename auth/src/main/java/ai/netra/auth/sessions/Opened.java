package ai.netra.auth.sessions;

import ai.netra.auth.accounts.Account;

/** A grant that was opened or renewed, with its one live refresh token; tokens are made of it. */
public record Opened(Account account, Grant grant, String refreshToken) {

  @Override
  public String toString() {
    return "Opened[grant=" + grant.id() + "]";
  }
}
