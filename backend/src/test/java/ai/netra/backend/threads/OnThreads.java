package ai.netra.backend.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.netra.backend.events.Cause;
import ai.netra.backend.events.Events;
import ai.netra.backend.events.EventsForTests;
import ai.netra.backend.events.StoredEvent;
import ai.netra.backend.identity.UserKey;
import ai.netra.backend.service.CountingIds;
import ai.netra.backend.service.Refused;
import ai.netra.backend.store.Store;
import ai.netra.backend.testing.SteppedClock;
import ai.netra.backend.testing.TestUsers;
import ai.netra.backend.threads.ThreadLog.NewMessage;
import ai.netra.backend.threads.Threads.MessageQuery;
import ai.netra.backend.threads.Threads.NewThread;
import ai.netra.backend.threads.Threads.Room;
import ai.netra.backend.threads.Threads.ThreadQuery;
import ai.netra.contract.error.ErrorCode;
import ai.netra.contract.plan.Plan;
import ai.netra.contract.plan.Plans;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** What the contracts of threads share: two users with threads, and words for what they do. */
abstract class OnThreads {

  final SteppedClock clock = new SteppedClock(Instant.parse("2026-01-05T10:00:00.010Z"));

  final List<String> cancelled = new ArrayList<>();

  final CountingIds ids = new CountingIds();

  Events events;

  JdbcThreadLog log;

  JdbcThreads threads;

  Cause anna;

  Cause ben;

  abstract Store store();

  @BeforeEach
  void makeThreads() {
    events = EventsForTests.over(store(), clock);
    Plan free = Plans.read().named("free");
    ThreadAllowance allowance = new ThreadAllowance(free, Plans.read().shown());
    log = new JdbcThreadLog(events, allowance, ids, clock);
    ThreadWork work = (transaction, cause, key, id) -> cancelled.add(id);
    threads = new JdbcThreads(store(), log, allowance, () -> work, clock);
    anna = new Cause(TestUsers.caller(TestUsers.add(store(), "anna"), "anna"), "m-1");
    ben = TestUsers.cause(TestUsers.add(store(), "ben"), "ben");
  }

  void make(Cause cause, String id) {
    threads.create(cause, new NewThread(id, null, Map.of()));
  }

  String say(Cause cause, String thread, String content) {
    return add(cause, thread, content, null);
  }

  String add(Cause cause, String thread, String content, @Nullable String clientId) {
    String id = ids.next("msg_");
    NewMessage message = new NewMessage(id, "user", content, null, null, clientId, "sha", Map.of());
    store().write(t -> log.add(t, cause.user(), log.open(t, cause, thread), message));
    return id;
  }

  List<String> types(UserKey user) {
    return events.after(user, 0, 100).stream().map(StoredEvent::type).toList();
  }

  static ThreadQuery all(int limit, @Nullable String token) {
    return new ThreadQuery(null, "active", Room.of(limit), token);
  }

  static MessageQuery messages(@Nullable String thread, @Nullable String token) {
    return new MessageQuery(thread, true, Room.of(10), token);
  }

  static void refused(ThrowingCallable call, ErrorCode code) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }
}
