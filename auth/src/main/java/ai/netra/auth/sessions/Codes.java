package ai.netra.auth.sessions;

import ai.netra.auth.accounts.Account;
import ai.netra.auth.accounts.Accounts;
import ai.netra.auth.audit.Audit;
import ai.netra.auth.audit.AuditEvent;
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

/**
 * Codes: each becomes a grant's first tokens once; its second use ends what came of the first.
 * Looking and changing are one unit of the store. Safe for many threads.
 */
final class Codes {

  private static final Duration KEPT = Duration.ofDays(1);

  private final Store store;
  private final Lifetimes lifetimes;
  private final Clock clock;
  private final Ids ids;
  private final Accounts accounts;
  private final Endings endings;
  private final Refreshing refreshing;
  private final Audit audit;

  Codes(BrowserSessions.Parts parts, Accounts accounts, Refreshing refreshing, Ends ends) {
    this.store = parts.store();
    this.lifetimes = parts.lifetimes();
    this.clock = parts.clock();
    this.ids = parts.ids();
    this.accounts = accounts;
    this.refreshing = refreshing;
    this.endings = ends.endings();
    this.audit = ends.audit();
  }

  /** What ends grants and writes down what became of them. */
  record Ends(Endings endings, Audit audit) {}

  /** Stores a code; false where the session has ended meanwhile. */
  boolean issue(Grants.CodeOrder order) {
    Instant now = clock.instant();
    CodeTable.New made =
        new CodeTable.New(
            ids.next("g_"), Digests.sha256Text(order.code()), order, lifetimes.access(), now);
    return store.write(
        transaction -> {
          boolean stored =
              CodeTable.insert(
                  transaction, made, now.plus(Lifetimes.CODE), lifetimes.refreshTotal());
          transaction.stored("grant", made.grantId(), "created");
          return stored;
        });
  }

  /** What was asked for with a code, used or not. */
  Optional<CodeTable.Row> find(String code) {
    return store.read(sql -> CodeTable.byHash(sql, Digests.sha256Text(code)));
  }

  /** Uses a code; nothing where it is not good for this client and redirect, or was used. */
  Optional<Opened> redeem(Grants.CodeUse use, Origin origin) {
    String refreshToken = ids.secret(Refreshing.TOKEN_BYTES);
    return store.write(transaction -> redeem(transaction, use, refreshToken, origin));
  }

  private Optional<Opened> redeem(
      Transaction transaction, Grants.CodeUse use, String refreshToken, Origin origin) {
    Optional<CodeTable.Row> found =
        CodeTable.byHash(transaction.sql(), Digests.sha256Text(use.code()));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    CodeTable.Row row = found.get();
    Instant now = clock.instant();
    Grant grant = GrantTable.byId(transaction.sql(), row.grantId()).orElseThrow();
    if (!CodeTable.use(transaction, row.grantId(), now)) {
      endings.grant(transaction, grant, GrantEnd.REPLAY, origin);
      return Optional.empty();
    }
    Account account = accounts.byId(transaction.sql(), grant.accountId()).orElseThrow();
    boolean fits =
        row.clientId().equals(use.clientId())
            && row.redirectUri().equals(use.redirectUri())
            && row.expiresAt().isAfter(now);
    if (!fits || grant.ended() || !account.active()) {
      return Optional.empty();
    }
    refreshing.insert(transaction, refreshToken, grant, now);
    write(transaction, grant, origin);
    return Optional.of(new Opened(account, grant, refreshToken, row.nonce()));
  }

  private void write(Transaction transaction, Grant grant, Origin origin) {
    audit.write(
        transaction,
        new AuditEvent(
            "grant.issued",
            "done",
            new AuditEvent.Subject(grant.accountId(), grant.clientId(), grant.sessionId()),
            origin,
            grant.id()));
  }

  /** Deletes codes that nobody used. */
  void tidy() {
    store.change(transaction -> CodeTable.tidy(transaction, clock.instant().minus(KEPT)));
  }
}
