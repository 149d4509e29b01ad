package ai.netra.auth.sessions;

import ai.netra.auth.accounts.Account;
import ai.netra.auth.accounts.Accounts;
import ai.netra.auth.audit.Origin;
import ai.netra.auth.service.Digests;
import ai.netra.auth.service.Ids;
import ai.netra.auth.service.Lifetimes;
import ai.netra.auth.store.Store;
import ai.netra.auth.store.Store.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Rotation of refresh tokens: a grant is a family with exactly one live token. Reuse ends it, but
 * for the retry window, so that a lost answer logs nobody out. Safe for many threads.
 */
final class Refreshing {

  static final int TOKEN_BYTES = 96;
  private static final Duration RETRY_WINDOW = Duration.ofSeconds(10);

  private final Store store;
  private final Accounts accounts;
  private final Endings endings;
  private final Lifetimes lifetimes;
  private final Clock clock;
  private final Ids ids;

  Refreshing(
      Store store, Accounts accounts, Endings endings, Lifetimes lifetimes, Clock clock, Ids ids) {
    this.store = store;
    this.accounts = accounts;
    this.endings = endings;
    this.lifetimes = lifetimes;
    this.clock = clock;
    this.ids = ids;
  }

  /** Uses a token; look and change are one unit, so that of two uses at once one is the first. */
  RefreshOutcome use(RefreshUse asked, Origin origin) {
    String successor = ids.secret(TOKEN_BYTES);
    return store.write(transaction -> use(transaction, asked, successor, origin));
  }

  private RefreshOutcome use(
      Transaction transaction, RefreshUse asked, String successor, Origin origin) {
    Optional<RefreshTable.Row> row =
        RefreshTable.byHash(transaction, Digests.sha256Text(asked.token()));
    if (row.isEmpty()) {
      return new RefreshOutcome.Rejected();
    }
    Instant now = clock.instant();
    Grant grant = GrantTable.byId(transaction.sql(), row.get().grantId()).orElseThrow();
    Account account = accounts.byId(transaction.sql(), grant.accountId()).orElseThrow();
    boolean over =
        grant.ended()
            || !grant.expiresAt().isAfter(now)
            || !row.get().expiresAt().isAfter(now)
            || !account.active();
    if (over || asked.clientId().filter(id -> !id.equals(grant.clientId())).isPresent()) {
      return new RefreshOutcome.Rejected();
    }
    if (!Set.of(grant.scope().split(" ")).containsAll(asked.scopes())) {
      return new RefreshOutcome.TooWide();
    }
    if (!rotate(transaction, row.get(), Digests.sha256Text(successor), now)) {
      endings.grant(transaction, grant, GrantEnd.REUSE, origin);
      return new RefreshOutcome.Rejected();
    }
    insert(transaction, successor, grant, now);
    SessionTable.seen(transaction, grant.sessionId(), now);
    return new RefreshOutcome.Renewed(new Opened(account, narrowed(grant, asked), successor));
  }

  private static Grant narrowed(Grant grant, RefreshUse asked) {
    return asked.scopes().isEmpty()
        ? grant
        : grant.withScope(String.join(" ", new TreeSet<>(asked.scopes())));
  }

  private static boolean rotate(
      Transaction transaction, RefreshTable.Row row, String successorHash, Instant now) {
    return switch (row.state()) {
      case LIVE -> RefreshTable.use(transaction, row.hash(), successorHash, now);
      case USED -> retried(transaction, row, successorHash, now);
      case SUPERSEDED -> false;
    };
  }

  private static boolean retried(
      Transaction transaction, RefreshTable.Row row, String successorHash, Instant now) {
    String former = row.successorHash();
    boolean inWindow = !now.isAfter(row.usedAt().plus(RETRY_WINDOW));
    if (former == null || !inWindow || !RefreshTable.supersede(transaction, former)) {
      return false;
    }
    RefreshTable.succeed(transaction, row.hash(), successorHash);
    return true;
  }

  /** Keeps a token's digest until it has been idle for too long, or the grant ends. */
  void insert(Transaction transaction, String token, Grant grant, Instant now) {
    Instant idle = now.plus(lifetimes.refreshIdle());
    Instant end = idle.isBefore(grant.expiresAt()) ? idle : grant.expiresAt();
    RefreshTable.insert(transaction, Digests.sha256Text(token), grant.id(), now, end);
    transaction.stored("refresh_token", grant.id(), "created");
  }
}
