package ai.netra.backend.reports;

import ai.netra.backend.identity.UserKey;
import ai.netra.backend.service.Json;
import ai.netra.backend.service.Receipts;
import ai.netra.backend.service.Refused;
import ai.netra.backend.store.Store;
import ai.netra.backend.threads.Place;
import ai.netra.contract.error.ErrorCode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reports in the service's database; whose thread is deleted is not shown. */
final class JdbcReports implements Reports {

  private static final String FROM =
      """
       from reports r join threads t on t.key = r.thread_key
      where r.user_key = :user and t.state = 'active'
      """;

  private final Store store;
  private final Clock clock;

  JdbcReports(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Which reports.
   *
   * @param limit the most; one more is read, to know whether there is
   */
  record Listing(
      @Nullable String threadId, @Nullable String kind, @Nullable String token, int limit) {}

  /** A report with its place in lists. */
  record Kept(Place place, String body) {}

  @Override
  public void keep(Store.Transaction transaction, Owner owner, String id, String body) {
    int kept =
        transaction
            .sql()
            .sql(
                """
                insert into reports (id, user_key, thread_key, run_key, kind, body, created_at)
                values (:id, :user, :thread, :run, :kind, :body, :now)
                on conflict (id) do nothing
                """)
            .param("id", id)
            .param("user", owner.user().value())
            .param("thread", owner.threadKey())
            .param("run", owner.runKey())
            .param("kind", Json.mapper().readTree(body).path("kind").asString())
            .param("body", body)
            .param("now", clock.millis())
            .update();
    if (kept == 1) {
      Receipts.stored("report", id, "created");
    }
  }

  @Override
  public boolean has(Store.Transaction read, UserKey user, String id) {
    return find(read, user, id).isPresent();
  }

  /** The body of a report of this user's. */
  String body(UserKey user, String id) {
    return store.read(read -> find(read, user, id)).orElseThrow(() -> unknown(id));
  }

  private static Optional<String> find(Store.Transaction read, UserKey user, String id) {
    return read.sql()
        .sql("select r.body" + FROM + " and r.id = :id")
        .param("user", user.value())
        .param("id", id)
        .query(String.class)
        .optional();
  }

  /** The newest first. */
  List<Kept> list(UserKey user, Listing listing) {
    Place after = Place.of(listing.token(), Place.END);
    return store.read(
        read ->
            read.sql()
                .sql(
                    "select r.created_at, r.key, r.body"
                        + FROM
                        + """
                         and (r.created_at, r.key) < (:at, :key)
                          and (cast(:thread as text) is null or t.id = :thread)
                          and (cast(:kind as text) is null or r.kind = :kind)
                        order by r.created_at desc, r.key desc limit :limit
                        """)
                .param("user", user.value())
                .param("at", after.at())
                .param("key", after.key())
                .param("thread", listing.threadId())
                .param("kind", listing.kind())
                .param("limit", listing.limit() + 1)
                .query(
                    (row, _) ->
                        new Kept(
                            new Place(row.getLong("created_at"), row.getLong("key")),
                            row.getString("body")))
                .list());
  }

  /** Makes this the report's one link. */
  void share(UserKey user, String id, String hash, Instant until) {
    setShare(user, id, hash, until.toEpochMilli());
    Receipts.stored("report", id, "shared");
  }

  /** Ends the report's link, where it has one. */
  void endShare(UserKey user, String id) {
    setShare(user, id, null, null);
    Receipts.stored("report", id, "unshared");
  }

  private void setShare(UserKey user, String id, @Nullable String hash, @Nullable Long until) {
    boolean known =
        store.write(
            unit ->
                find(unit, user, id).isPresent()
                    && unit.sql()
                            .sql(
                                """
                                update reports set share_hash = :hash, share_expires_at = :until
                                where user_key = :user and id = :id
                                """)
                            .param("hash", hash)
                            .param("until", until)
                            .param("user", user.value())
                            .param("id", id)
                            .update()
                        == 1);
    if (!known) {
      throw unknown(id);
    }
  }

  /** The body of a report whose open link has this hash. */
  Optional<String> shared(String id, String hash) {
    return store.read(
        read ->
            read.sql()
                .sql(
                    """
                    select r.body from reports r join threads t on t.key = r.thread_key
                    where t.state = 'active' and r.id = :id
                      and r.share_hash = :hash and r.share_expires_at > :now
                    """)
                .param("id", id)
                .param("hash", hash)
                .param("now", clock.millis())
                .query(String.class)
                .optional());
  }

  void delete(UserKey user, String id) {
    int deleted =
        store.write(
            unit ->
                unit.sql()
                    .sql("delete from reports where user_key = :user and id = :id")
                    .param("user", user.value())
                    .param("id", id)
                    .update());
    if (deleted == 0) {
      throw unknown(id);
    }
    Receipts.stored("report", id, "deleted");
  }

  private static Refused unknown(String id) {
    return new Refused(
        ErrorCode.NOT_FOUND, "report: one of yours, got " + id, Map.of("resource", "report"));
  }
}
