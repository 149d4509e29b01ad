package ai.netra.backend.events;

import ai.netra.backend.identity.UserKey;
import ai.netra.backend.service.Json;
import ai.netra.backend.service.Times;
import ai.netra.backend.store.Store;
import ai.netra.contract.run.StoredFrame;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The event log in the service's database. */
final class JdbcEvents implements Events {

  /** Users whose ends one statement of the poll asks for. */
  private static final int POLL_SLICE = 500;

  private final Store store;
  private final Clock clock;
  private final Cursors cursors;
  private final ReplayWindow window;
  private final Hints hints = new Hints();

  JdbcEvents(Store store, Clock clock, Cursors cursors, ReplayWindow window) {
    this.store = store;
    this.clock = clock;
    this.cursors = cursors;
    this.window = window;
  }

  @Override
  public List<StoredEvent> append(
      Store.Transaction transaction, UserKey user, @Nullable RunFence run, List<NewEvent> events) {
    int count = events.size();
    if (count == 0) {
      return List.of();
    }
    // Rows are locked in the order run, user: the user's comes last and is held shortest.
    long firstSeq = run == null ? 0 : EventRows.raiseRun(transaction.sql(), run, count) - count;
    long end = EventRows.raiseUser(transaction.sql(), user, count);
    Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    List<StoredEvent> stored = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      Long seq = run == null ? null : Long.valueOf(firstSeq + i + 1);
      StoredEvent event = numbered(events.get(i), end - count + i + 1, seq, at);
      EventRows.insert(transaction.sql(), user, Optional.ofNullable(run), event);
      stored.add(event);
    }
    transaction.afterCommit(() -> hints.committed(user, stored));
    return stored;
  }

  private StoredEvent numbered(NewEvent event, long userSeq, @Nullable Long seq, Instant at) {
    return new StoredEvent(
        userSeq,
        event.type(),
        at,
        Json.text(event.data()),
        event.threadId(),
        event.runId(),
        seq,
        event.agentName(),
        event.correlationId());
  }

  @Override
  public List<StoredEvent> after(UserKey user, long userSeq, int limit) {
    return store.read(read -> EventRows.ofUser(read.sql(), user, userSeq, limit));
  }

  @Override
  public List<StoredEvent> live(UserKey user, long userSeq, int limit) {
    return hints.recent(user, userSeq, limit).orElseGet(() -> after(user, userSeq, limit));
  }

  @Override
  public List<StoredEvent> ofRun(long runKey, long afterSeq, int limit) {
    return store.read(read -> EventRows.ofRun(read.sql(), runKey, afterSeq, limit));
  }

  @Override
  public List<StoredEvent> ofRun(
      Store.Transaction transaction, long runKey, long afterSeq, int limit) {
    return EventRows.ofRun(transaction.sql(), runKey, afterSeq, limit);
  }

  @Override
  public Replay replay(UserKey user, @Nullable Long place) {
    return store.read(read -> window.replay(read.sql(), user, place, clock));
  }

  @Override
  public long end(UserKey user) {
    return store.read(read -> EventRows.end(read.sql(), user));
  }

  @Override
  public Subscription subscribe(UserKey user, Listener listener) {
    return hints.subscribe(user, listener);
  }

  @Override
  public void tell(UserKey user, NewEvent event) {
    hints.tell(user, event, clock.instant());
  }

  @Override
  public StoredFrame frame(UserKey user, StoredEvent event) {
    return new StoredFrame(
        event.type(),
        Times.text(event.at()),
        event.data(),
        event.threadId(),
        event.runId(),
        event.seq(),
        cursor(user, event.userSeq()),
        event.agentName(),
        event.correlationId());
  }

  @Override
  public String cursor(UserKey user, long userSeq) {
    return cursors.text(user, userSeq);
  }

  @Override
  public Optional<Long> place(UserKey user, String cursor) {
    return cursors
        .place(user, cursor)
        .filter(place -> place >= 0)
        .filter(place -> place <= end(user));
  }

  /** Hints listeners whose streams went on without one. */
  void poll() {
    hints.poll(this::ends);
  }

  private Map<UserKey, Long> ends(List<UserKey> users) {
    Map<UserKey, Long> ends = new HashMap<>();
    for (int i = 0; i < users.size(); i += POLL_SLICE) {
      List<UserKey> slice = users.subList(i, Math.min(users.size(), i + POLL_SLICE));
      ends.putAll(store.read(read -> EventRows.ends(read.sql(), slice)));
    }
    return ends;
  }
}
