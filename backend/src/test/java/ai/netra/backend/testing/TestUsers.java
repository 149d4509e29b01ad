package ai.netra.backend.testing;

import ai.netra.backend.events.Cause;
import ai.netra.backend.identity.Caller;
import ai.netra.backend.identity.UserKey;
import ai.netra.backend.store.Store;
import java.time.Instant;
import java.util.Set;

/** Users as identity's mirror would have them. */
public final class TestUsers {

  private TestUsers() {}

  /** A new user's key. */
  public static UserKey add(Store store, String subject) {
    return new UserKey(store.write(t -> insert(t, subject)));
  }

  private static long insert(Store.Transaction transaction, String subject) {
    return transaction
        .sql()
        .sql(
            """
            insert into users
              (issuer, subject, state, claims_not_before, event_seq, settings,
               first_seen_at, seen_at)
            values ('http://issuer', :subject, 'active', 0, 0, '{}', 0, 0) returning user_key
            """)
        .param("subject", subject)
        .query(Long.class)
        .single();
  }

  /** A caller with all rights, as the edge would make it. */
  public static Caller caller(UserKey user, String subject) {
    return new Caller(
        user,
        subject,
        Set.of("read", "write"),
        Set.of(),
        "session",
        "grant",
        "token",
        Instant.EPOCH,
        Instant.MAX,
        "127.0.0.1",
        "4bf92f3577b34da6a3ce929d0e0e4736");
  }

  /** What such a caller causes. */
  public static Cause cause(UserKey user, String subject) {
    return Cause.of(caller(user, subject));
  }
}
