package ai.netra.auth.accounts;

import ai.netra.auth.service.Times;
import ai.netra.contract.auth.AccountBody;

/** Accounts as they cross the wire. */
public final class AccountBodies {

  private AccountBodies() {}

  /** An account as its owner sees it, with the rights that a scope leaves. */
  public static AccountBody of(Account account, String scope) {
    return new AccountBody(
        account.id(),
        account.email(),
        account.emailVerified(),
        account.name().orElse(null),
        account.locale().orElse(null),
        account.roles().stream().map(Role::wireName).sorted().toList(),
        Rights.of(account, scope),
        account.passwordHash().isPresent(),
        Times.wire(account.createdAt()),
        account.lastLoginAt().map(Times::wire).orElse(null));
  }
}
