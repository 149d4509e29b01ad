package ai.netra.auth.sessions;

import ai.netra.auth.audit.Audit;
import ai.netra.auth.audit.AuditEvent;
import ai.netra.auth.audit.Origin;
import ai.netra.auth.feed.Feed;
import ai.netra.auth.feed.FeedKind;
import ai.netra.auth.store.Store.Transaction;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Ends sessions and grants: rows, feed and audit list in one transaction. */
public final class Endings {

  private static final int ALL = 0;

  private final Feed feed;
  private final Audit audit;
  private final Clock clock;

  Endings(Feed feed, Audit audit, Clock clock) {
    this.feed = feed;
    this.audit = audit;
    this.clock = clock;
  }

  /** Ends a session with its grants; false where it had ended before. */
  public boolean session(
      Transaction transaction, String accountId, String sessionId, String reason, Origin origin) {
    Optional<String> sid = SessionTable.end(transaction, sessionId, reason, clock.instant());
    if (sid.isEmpty()) {
      return false;
    }
    feed.append(transaction, FeedKind.SESSION_REVOKED, Feed.Subject.session(accountId, sid.get()));
    audit.write(
        transaction,
        new AuditEvent(
            "session.ended",
            "done",
            new AuditEvent.Subject(accountId, null, sessionId),
            origin,
            reason));
    transaction.stored("session", sessionId, "ended");
    return true;
  }

  /** Ends every open session of an account; how many there were. */
  public int all(Transaction transaction, String accountId, String reason, Origin origin) {
    return allBut(transaction, accountId, "", reason, origin);
  }

  /** Ends every open session of an account but one; how many there were. */
  public int allBut(
      Transaction transaction,
      String accountId,
      String keptSessionId,
      String reason,
      Origin origin) {
    int ended = 0;
    for (String id : open(transaction, accountId, ALL)) {
      boolean ends =
          !id.equals(keptSessionId) && session(transaction, accountId, id, reason, origin);
      ended += ends ? 1 : 0;
    }
    return ended;
  }

  /** Ends the oldest sessions of an account, so that only so many stay. */
  void oldest(Transaction transaction, String accountId, int stay, Origin origin) {
    for (String id : open(transaction, accountId, stay)) {
      boolean _ = session(transaction, accountId, id, "too_many", origin);
    }
  }

  private List<String> open(Transaction transaction, String accountId, int without) {
    return SessionTable.open(transaction.sql(), accountId, clock.instant(), without);
  }

  /** Ends a grant alone; its session stays. */
  void grant(Transaction transaction, Grant grant, GrantEnd end, Origin origin) {
    if (!GrantTable.endGrant(transaction, grant.id(), end.reason(), clock.instant())) {
      return;
    }
    feed.append(
        transaction, FeedKind.GRANT_REVOKED, Feed.Subject.grant(grant.accountId(), grant.id()));
    write(transaction, grant, end.auditKind(), origin);
    transaction.stored("grant", grant.id(), "ended");
  }

  /** Ends one access token; its grant stays. */
  void token(Transaction transaction, Grant grant, String jti, Origin origin) {
    if (Feed.tokenRevoked(transaction.sql(), jti)) {
      return;
    }
    feed.append(transaction, FeedKind.TOKEN_REVOKED, Feed.Subject.token(grant.accountId(), jti));
    write(transaction, grant, "grant.token_revoked", origin);
    transaction.stored("access_token", jti, "ended");
  }

  private void write(Transaction transaction, Grant grant, String kind, Origin origin) {
    audit.write(
        transaction,
        new AuditEvent(
            kind,
            "done",
            new AuditEvent.Subject(grant.accountId(), grant.clientId(), grant.sessionId()),
            origin,
            grant.id()));
  }
}
