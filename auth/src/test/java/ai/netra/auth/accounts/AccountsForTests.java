package ai.netra.auth.accounts;

import ai.netra.auth.audit.Audit;
import ai.netra.auth.audit.Origin;
import ai.netra.auth.feed.Feed;
import ai.netra.auth.service.Ids;
import ai.netra.auth.store.Store.Transaction;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/** Accounts for the tests of other rooms. */
public final class AccountsForTests {

  private AccountsForTests() {}

  public static Accounts accounts(Feed feed, Audit audit, Clock clock, Ids ids) {
    return new Accounts(feed, audit, clock, ids);
  }

  public static Account account(Transaction transaction, Accounts accounts) {
    NewAccount wanted =
        new NewAccount(
            EmailAddress.of("ann@example.com").orElseThrow(),
            Optional.empty(),
            Optional.empty(),
            Set.of(Role.USER),
            Set.of(),
            Optional.empty());
    return accounts.create(transaction, wanted, Origin.service()).orElseThrow();
  }
}
