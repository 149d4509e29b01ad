package ai.netra.auth.feed;

import ai.netra.auth.service.Times;
import ai.netra.auth.store.Store;
import ai.netra.contract.auth.FeedEvent;
import ai.netra.contract.auth.FeedPage;
import ai.netra.contract.auth.RevocationSnapshot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the feed: what followed a position, and all that holds now. */
final class FeedReader {

  private static final Duration KEPT = Duration.ofDays(30);

  private final Store store;
  private final FeedSignal signal;
  private final Clock clock;

  FeedReader(Store store, FeedSignal signal, Clock clock) {
    this.store = store;
    this.signal = signal;
    this.clock = clock;
  }

  /** The events after a position: at once where there are some, else after the wait. */
  FeedPage after(long seq, int limit, Duration wait) {
    Instant deadline = clock.instant().plus(wait);
    while (true) {
      long seen = signal.count();
      FeedPage page = store.read(sql -> page(sql, seq, limit));
      Duration left = Duration.between(clock.instant(), deadline);
      boolean wakes = page.events().isEmpty() && left.isPositive();
      if (!wakes || !signal.await(seen, left)) {
        return page;
      }
    }
  }

  private static FeedPage page(JdbcClient sql, long seq, int limit) {
    List<FeedEvent> events =
        sql.sql("SELECT * FROM feed_events WHERE seq > :seq ORDER BY seq LIMIT :limit")
            .param("seq", seq)
            .param("limit", limit)
            .query((row, number) -> event(row))
            .list();
    return new FeedPage(events, head(sql));
  }

  private static long head(JdbcClient sql) {
    return sql.sql("SELECT seq FROM feed_head").query(Long.class).single();
  }

  private static FeedEvent event(ResultSet row) throws SQLException {
    return new FeedEvent(
        row.getLong("seq"),
        row.getString("id"),
        row.getString("kind"),
        row.getString("account_id"),
        row.getString("sid"),
        row.getString("gid"),
        row.getString("jti"),
        time(row, "before"),
        Objects.requireNonNull(time(row, "created_at")));
  }

  private static @Nullable String time(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Times.wire(Instant.ofEpochMilli(millis));
  }

  /** Every revocation whose last token may not have ended yet. */
  RevocationSnapshot snapshot() {
    return store.read(
        sql -> {
          List<RevocationSnapshot.Entry> entries =
              sql.sql(
                      """
                      SELECT * FROM feed_events WHERE until > :now AND kind IN (:kinds)
                      ORDER BY seq
                      """)
                  .param("now", clock.millis())
                  .param("kinds", FeedKind.revocations())
                  .query((row, number) -> entry(row))
                  .list();
          return new RevocationSnapshot(head(sql), entries);
        });
  }

  private static RevocationSnapshot.Entry entry(ResultSet row) throws SQLException {
    FeedKind kind = FeedKind.of(row.getString("kind"));
    String subject =
        switch (kind) {
          case SESSION_REVOKED -> row.getString("sid");
          case GRANT_REVOKED -> row.getString("gid");
          case TOKEN_REVOKED -> row.getString("jti");
          case ACCOUNT_CLAIMS_CHANGED,
              ACCOUNT_DISABLED,
              ACCOUNT_DELETED,
              ACCOUNT_UPDATED,
              KEYS_CHANGED ->
              row.getString("account_id");
        };
    return new RevocationSnapshot.Entry(
        kind.wireName(), subject, time(row, "before"), Objects.requireNonNull(time(row, "until")));
  }

  /** Deletes events that are older than 30 days. */
  void tidy(Store.Transaction transaction) {
    int _ =
        transaction
            .sql()
            .sql("DELETE FROM feed_events WHERE created_at < :oldest AND until < :now")
            .param("oldest", clock.instant().minus(KEPT).toEpochMilli())
            .param("now", clock.millis())
            .update();
  }
}
