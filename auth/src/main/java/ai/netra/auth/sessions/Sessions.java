package ai.netra.auth.sessions;

import ai.netra.auth.accounts.Account;
import ai.netra.auth.accounts.Accounts;
import ai.netra.auth.audit.Audit;
import ai.netra.auth.audit.AuditEvent;
import ai.netra.auth.service.Ids;
import ai.netra.auth.service.Lifetimes;
import ai.netra.auth.store.Store.Transaction;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Opens sessions. Safe for many threads. */
public final class Sessions {

  private static final int OPEN_AT_ONCE = 20;

  private final Accounts accounts;
  private final Endings endings;
  private final Refreshing refreshing;
  private final Audit audit;
  private final Lifetimes lifetimes;
  private final Clock clock;
  private final Ids ids;

  Sessions(
      Accounts accounts,
      Endings endings,
      Refreshing refreshing,
      Audit audit,
      Lifetimes lifetimes,
      Clock clock,
      Ids ids) {
    this.accounts = accounts;
    this.endings = endings;
    this.refreshing = refreshing;
    this.audit = audit;
    this.lifetimes = lifetimes;
    this.clock = clock;
    this.ids = ids;
  }

  /** Opens a session with its grant; of more than 20 the oldest goes. */
  public Opened open(Transaction transaction, Account account, SignIn signIn) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    endings.oldest(transaction, account.id(), OPEN_AT_ONCE - 1, signIn.origin());
    Grant grant =
        new Grant(
            ids.next("g_"),
            account.id(),
            signIn.clientId(),
            ids.next("s_"),
            ids.secret(32),
            signIn.scope(),
            signIn.amr(),
            now,
            signIn.accessLife(),
            now.plus(lifetimes.refreshTotal()),
            false);
    SessionTable.insert(
        transaction,
        new SessionTable.Row(
            grant.sessionId(), grant.sid(), account.id(), signIn, now, grant.expiresAt(), null));
    GrantTable.insert(transaction, grant, now);
    String token = ids.secret(Refreshing.TOKEN_BYTES);
    refreshing.insert(transaction, token, grant, now);
    accounts.signedIn(transaction, account.id());
    audit.write(
        transaction,
        new AuditEvent(
            "grant.issued",
            "done",
            new AuditEvent.Subject(account.id(), signIn.clientId(), grant.sessionId()),
            signIn.origin(),
            grant.id()));
    return new Opened(account, grant, token);
  }
}
