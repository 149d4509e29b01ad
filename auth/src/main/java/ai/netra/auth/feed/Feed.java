package ai.netra.auth.feed;

import ai.netra.auth.service.Ids;
import ai.netra.auth.service.Lifetimes;
import ai.netra.auth.store.Store.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes events in the transaction that makes them true. Their {@code seq} comes from one row that
 * is raised in that transaction, so its order is that of the commits. Safe for many threads.
 */
public final class Feed {

  /** What an event is about. */
  public record Subject(
      @Nullable String accountId,
      @Nullable String sid,
      @Nullable String gid,
      @Nullable String jti,
      @Nullable Instant before) {

    /** A session of an account. */
    public static Subject session(String accountId, String sid) {
      return new Subject(accountId, sid, null, null, null);
    }

    /** A grant of an account. */
    public static Subject grant(String accountId, String gid) {
      return new Subject(accountId, null, gid, null, null);
    }

    /** An access token of an account. */
    public static Subject token(String accountId, String jti) {
      return new Subject(accountId, null, null, jti, null);
    }

    /** An account of which something else changed. */
    public static Subject account(String accountId) {
      return new Subject(accountId, null, null, null, null);
    }

    /** An account, and the instant before which its tokens are old. */
    public static Subject account(String accountId, Instant before) {
      return new Subject(accountId, null, null, null, before);
    }

    /** Nobody. */
    public static Subject none() {
      return new Subject(null, null, null, null, null);
    }
  }

  private final Clock clock;
  private final Ids ids;
  private final Duration longest;
  private final FeedSignal signal;

  Feed(Clock clock, Ids ids, Duration skew, FeedSignal signal) {
    this.clock = clock;
    this.ids = ids;
    this.longest = Lifetimes.LONGEST_ACCESS.plus(skew);
    this.signal = signal;
  }

  /** Whether an access token was revoked by itself. */
  public static boolean tokenRevoked(JdbcClient sql, String jti) {
    return sql.sql("SELECT 1 FROM feed_events WHERE jti = :jti")
        .param("jti", jti)
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  /** Appends an event; readers that wait are woken after the commit. */
  public void append(Transaction transaction, FeedKind kind, Subject subject) {
    long seq =
        transaction
            .sql()
            .sql("UPDATE feed_head SET seq = seq + 1 RETURNING seq")
            .query(Long.class)
            .single();
    Instant now = clock.instant();
    int _ =
        transaction
            .sql()
            .sql(
                """
                INSERT INTO feed_events
                  (seq, id, kind, account_id, sid, gid, jti, before, until, created_at)
                VALUES (:seq, :id, :kind, :account, :sid, :gid, :jti, :before, :until, :created)
                """)
            .param("seq", seq)
            .param("id", ids.next("fe_"))
            .param("kind", kind.wireName())
            .param("account", subject.accountId())
            .param("sid", subject.sid())
            .param("gid", subject.gid())
            .param("jti", subject.jti())
            .param("before", subject.before() == null ? null : subject.before().toEpochMilli())
            .param("until", now.plus(longest).toEpochMilli())
            .param("created", now.toEpochMilli())
            .update();
    transaction.afterCommit(signal::raise);
  }
}
