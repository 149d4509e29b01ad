package ai.netra.backend.edge;

import ai.netra.backend.identity.UserKey;
import ai.netra.backend.store.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The first answers of calls under an idempotency key. A key is taken by an insert: who inserted
 * works. One whose work died is free again when its request's time has passed.
 */
final class CallRecords {

  private static final Duration KEPT = Duration.ofHours(24);

  /** A call under a key: who, which key, where to, and the hash of what. */
  record Call(UserKey user, String key, String route, String sha256) {}

  /** An answer as it is given again. */
  record Answer(int status, @Nullable String location, String body) {}

  /** What came of taking a key. */
  sealed interface Taken {

    /** The key is ours: do the work. */
    record Free() implements Taken {}

    /** The same call is at work. */
    record Working() implements Taken {}

    /** The key stands for another call. */
    record Other() implements Taken {}

    /** The work is done. */
    record Done(Answer answer) implements Taken {}
  }

  private record Row(String state, String sha256, long createdAt, long expiresAt, Answer answer) {}

  private final Store store;
  private final Duration deadline;
  private final Clock clock;

  CallRecords(Store store, Duration deadline, Clock clock) {
    this.store = store;
    this.deadline = deadline;
    this.clock = clock;
  }

  Taken take(Call call) {
    return store.write(transaction -> taken(transaction, call, clock.millis()));
  }

  private Taken taken(Store.Transaction transaction, Call call, long now) {
    Optional<Row> row = row(transaction, call);
    if (row.isPresent() && !isOver(row.get(), now)) {
      return judged(row.get(), call);
    }
    if (row.isPresent()) {
      delete(transaction, call);
    }
    insert(transaction, call, now);
    return new Taken.Free();
  }

  private boolean isOver(Row row, long now) {
    boolean died = row.state().equals("working") && row.createdAt() + deadline.toMillis() < now;
    return died || row.expiresAt() < now;
  }

  private static Taken judged(Row row, Call call) {
    if (!row.sha256().equals(call.sha256())) {
      return new Taken.Other();
    }
    return row.state().equals("working") ? new Taken.Working() : new Taken.Done(row.answer());
  }

  /** Keeps the answer for those who ask again. */
  void done(Call call, Answer answer) {
    int _ =
        store.write(
            transaction ->
                transaction
                    .sql()
                    .sql(
                        """
                        update idempotency_keys
                        set state = 'done', status = :status, headers = :location, body = :body
                        where user_key = :user and idempotency_key = :key and state = 'working'
                        """)
                    .param("status", answer.status())
                    .param("location", answer.location())
                    .param("body", answer.body())
                    .param("user", call.user().value())
                    .param("key", call.key())
                    .update());
  }

  /** Nothing was done: the key is free again. */
  void failed(Call call) {
    int _ = store.write(transaction -> delete(transaction, call));
  }

  private static int delete(Store.Transaction transaction, Call call) {
    return transaction
        .sql()
        .sql("delete from idempotency_keys where user_key = :user and idempotency_key = :key")
        .param("user", call.user().value())
        .param("key", call.key())
        .update();
  }

  private static void insert(Store.Transaction transaction, Call call, long now) {
    int _ =
        transaction
            .sql()
            .sql(
                """
                insert into idempotency_keys
                  (user_key, idempotency_key, route, request_sha256, state, created_at, expires_at)
                values (:user, :key, :route, :sha256, 'working', :now, :expires)
                """)
            .param("user", call.user().value())
            .param("key", call.key())
            .param("route", call.route())
            .param("sha256", call.sha256())
            .param("now", now)
            .param("expires", now + KEPT.toMillis())
            .update();
  }

  private static Optional<Row> row(Store.Transaction transaction, Call call) {
    return transaction
        .sql()
        .sql(
            """
            select state, request_sha256, created_at, expires_at, status, headers, body
            from idempotency_keys where user_key = :user and idempotency_key = :key
            """)
        .param("user", call.user().value())
        .param("key", call.key())
        .query(CallRecords::read)
        .optional();
  }

  private static Row read(ResultSet row, int number) throws SQLException {
    String body = row.getString("body");
    return new Row(
        row.getString("state"),
        row.getString("request_sha256"),
        row.getLong("created_at"),
        row.getLong("expires_at"),
        new Answer(row.getInt("status"), row.getString("headers"), body == null ? "" : body));
  }
}
