package ai.netra.backend.identity;

import ai.netra.backend.store.Store;
import java.time.Clock;
import java.util.concurrent.ConcurrentHashMap;

/** Users in the store, with their keys kept in memory: a key never changes. */
final class JdbcUsers implements Users {

  private static final int KEPT = 100_000;

  private record Account(String issuer, String subject) {}

  private final Store store;
  private final Clock clock;
  private final ConcurrentHashMap<Account, UserKey> known = new ConcurrentHashMap<>();

  JdbcUsers(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public Caller caller(TokenOutcome.Verified token, String address, String traceId) {
    return new Caller(
        key(new Account(token.issuer(), token.subject())),
        token.subject(),
        token.permissions(),
        token.roles(),
        token.sessionId(),
        token.grantId(),
        token.tokenId(),
        token.issuedAt(),
        token.expiresAt(),
        address,
        traceId);
  }

  private UserKey key(Account account) {
    UserKey key = known.get(account);
    if (key != null) {
      return key;
    }
    if (known.size() >= KEPT) {
      known.clear();
    }
    UserKey mirrored = mirrored(account);
    known.put(account, mirrored);
    return mirrored;
  }

  private UserKey mirrored(Account account) {
    long now = clock.millis();
    return store.write(
        transaction ->
            new UserKey(
                transaction
                    .sql()
                    .sql(
                        """
                        insert into users (issuer, subject, first_seen_at, seen_at)
                        values (:issuer, :subject, :now, :now)
                        on conflict (issuer, subject) do update set seen_at = excluded.seen_at
                        returning user_key
                        """)
                    .param("issuer", account.issuer())
                    .param("subject", account.subject())
                    .param("now", now)
                    .query(Long.class)
                    .single()));
  }
}
