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
import ai.netra.backend.store.JobLease;
import ai.netra.backend.store.Store;
import ai.netra.backend.testing.SteppedClock;
import ai.netra.backend.testing.TestUsers;
import ai.netra.backend.threads.ThreadLog.NewMessage;
import ai.netra.backend.threads.Threads.MessageQuery;
import ai.netra.backend.threads.Threads.NewThread;
import ai.netra.backend.threads.Threads.Room;
import ai.netra.backend.threads.Threads.ThreadChange;
import ai.netra.backend.threads.Threads.ThreadQuery;
import ai.netra.contract.error.ErrorCode;
import ai.netra.contract.list.Page;
import ai.netra.contract.plan.Plan;
import ai.netra.contract.plan.Plans;
import ai.netra.contract.thread.MessageView;
import ai.netra.contract.thread.ThreadView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds of threads and messages on every engine. */
abstract class ThreadsContract {

  private final SteppedClock clock = new SteppedClock(Instant.parse("2026-01-05T10:00:00.010Z"));
  private final List<String> cancelled = new ArrayList<>();
  private final CountingIds ids = new CountingIds();

  private Events events;
  private JdbcThreadLog log;
  private JdbcThreads threads;
  private Cause anna;
  private Cause ben;

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

  @Test
  void aThreadIsReadAsItWasMade() {
    ThreadView made = threads.create(anna, new NewThread("t1", "Bill", Map.of("a", 1)));

    assertThat(made)
        .isEqualTo(
            new ThreadView(
                "t1",
                "thread",
                "Bill",
                "active",
                0,
                null,
                "2026-01-05T10:00:00.010Z",
                "2026-01-05T10:00:00.010Z",
                null,
                Map.of("a", 1)));
    assertThat(threads.get(anna.user(), "t1")).isEqualTo(made);
  }

  @Test
  void makingTellsItOnce_W68() {
    threads.create(anna, new NewThread("t1", null, Map.of()));

    StoredEvent event = events.after(anna.user(), 0, 10).getFirst();
    assertThat(event.type()).isEqualTo("thread_created");
    assertThat(event.threadId()).isEqualTo("t1");
    assertThat(event.correlationId()).isEqualTo("m-1");
    assertThat(event.data()).startsWith("{\"thread\":{\"id\":\"t1\",\"object\":\"thread\"");
  }

  @Test
  void aTakenIdIsAConflict_W69() {
    make(anna, "t1");

    refused(() -> make(anna, "t1"), ErrorCode.CONFLICT);
    assertThat(events.end(anna.user())).isEqualTo(1);
  }

  @Test
  void oneIdOfTwoUsersIsTwoThreads_W97() {
    threads.create(anna, new NewThread("t1", "Anna's", Map.of()));
    threads.create(ben, new NewThread("t1", "Ben's", Map.of()));

    assertThat(threads.get(anna.user(), "t1").title()).isEqualTo("Anna's");
    assertThat(threads.get(ben.user(), "t1").title()).isEqualTo("Ben's");
  }

  @Test
  void anothersThreadReadsAsOneThatIsNotThere_W96() {
    make(anna, "t1");

    List<ThrowingCallable> all =
        List.of(
            () -> threads.get(ben.user(), "t1"),
            () -> threads.change(ben, "t1", new ThreadChange("x", null)),
            () -> threads.autoRename(ben, "t1"),
            () -> threads.delete(ben, "t1", false),
            () -> threads.delete(ben, "t1", true),
            () -> threads.restore(ben, "t1"),
            () -> threads.messages(ben.user(), new MessageQuery("t1", true, Room.of(10), null)));
    assertThat(all).allSatisfy(each -> refused(each, ErrorCode.THREAD_NOT_FOUND));
    assertThat(threads.list(ben.user(), all(10, null)).data()).isEmpty();
  }

  @Test
  void overThePlansNumberNothingIsMade_W77() {
    for (int i = 0; i < 100; i++) {
      make(anna, "t" + i);
    }

    assertThatThrownBy(() -> make(anna, "t100"))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(ErrorCode.PLAN_LIMIT);
              assertThat(refused.details())
                  .isEqualTo(Map.of("limit", "threads", "use", 100L, "plan", "pro"));
            });
  }

  @Test
  void whatAChangeLeavesOutStays_H95() {
    threads.create(anna, new NewThread("t1", "Old", Map.of("a", 1)));
    threads.change(anna, "t1", new ThreadChange("New", null));
    threads.change(anna, "t1", new ThreadChange(null, Map.of("b", 2)));

    ThreadView view = threads.get(anna.user(), "t1");
    assertThat(view.title()).isEqualTo("New");
    assertThat(view.metadata()).isEqualTo(Map.of("b", 2));
    assertThat(types(anna.user()))
        .containsExactly("thread_created", "thread_renamed", "thread_updated");
  }

  @Test
  void aDeletedThreadIsHiddenKeepsItsIdAndComesBack_H96() {
    make(anna, "t1");
    say(anna, "t1", "hello there");
    threads.delete(anna, "t1", false);

    refused(() -> threads.get(anna.user(), "t1"), ErrorCode.THREAD_NOT_FOUND);
    refused(() -> make(anna, "t1"), ErrorCode.CONFLICT);
    assertThat(threads.list(anna.user(), all(10, null)).data()).isEmpty();
    assertThat(threads.messages(anna.user(), messages(null, null)).data()).isEmpty();
    assertThat(
            threads.list(anna.user(), new ThreadQuery(null, "deleted", Room.of(10), null)).data())
        .extracting(ThreadView::purgeAt)
        .containsExactly("2026-02-04T10:00:00.010Z");

    assertThat(threads.restore(anna, "t1").state()).isEqualTo("active");
    assertThat(threads.get(anna.user(), "t1").messageCount()).isEqualTo(1);
  }

  @Test
  void deletionCancelsWhatRunsFirst_W72() {
    make(anna, "t1");
    threads.delete(anna, "t1", false);

    assertThat(cancelled).containsExactly("t1");
    assertThat(types(anna.user())).containsExactly("thread_created", "thread_deleted");
  }

  @Test
  void aPurgedThreadIsGoneAndItsIdFree() {
    make(anna, "t1");
    String message = say(anna, "t1", "secret");
    threads.delete(anna, "t1", true);

    refused(() -> threads.restore(anna, "t1"), ErrorCode.THREAD_NOT_FOUND);
    refused(() -> threads.message(anna.user(), message), ErrorCode.NOT_FOUND);
    assertThat(types(anna.user())).containsExactly("thread_deleted");
    make(anna, "t1");
    assertThat(threads.get(anna.user(), "t1").messageCount()).isZero();
  }

  @Test
  void aDeletedThreadIsErasedAfterItsThirtyDaysAlone() {
    make(anna, "t1");
    make(anna, "t2");
    threads.delete(anna, "t1", false);
    ThreadPurge purge = new ThreadPurge(store(), new JobLease(store(), "test"), clock);
    clock.advance(Duration.ofDays(29));
    purge.run();
    threads.restore(anna, "t1");
    threads.delete(anna, "t1", false);
    clock.advance(Duration.ofDays(30).plusMillis(1));
    purge.run();

    refused(() -> threads.restore(anna, "t1"), ErrorCode.THREAD_NOT_FOUND);
    assertThat(threads.get(anna.user(), "t2").id()).isEqualTo("t2");
  }

  @Test
  void restoringAnActiveThreadIsAConflict() {
    make(anna, "t1");

    refused(() -> threads.restore(anna, "t1"), ErrorCode.CONFLICT);
  }

  @Test
  void pagesGiveEveryThreadOnceWhileSomeAreAdded_W73() {
    for (int i = 0; i < 25; i++) {
      make(anna, "t" + i);
    }
    List<String> seen = new ArrayList<>();
    String token = null;
    do {
      Page<ThreadView> page = threads.list(anna.user(), all(10, token));
      page.data().forEach(each -> seen.add(each.id()));
      token = page.nextPageToken();
      clock.advance(Duration.ofMillis(1));
      make(anna, "later" + seen.size());
    } while (token != null);

    List<String> expected = new ArrayList<>();
    for (int i = 24; i >= 0; i--) {
      expected.add("t" + i);
    }
    assertThat(seen).isEqualTo(expected);
  }

  @Test
  void messagesPageInBothOrders_H97() {
    make(anna, "t1");
    for (int i = 0; i < 5; i++) {
      say(anna, "t1", "m" + i);
    }

    assertThat(contents(true)).containsExactly("m0", "m1", "m2", "m3", "m4");
    assertThat(contents(false)).containsExactly("m4", "m3", "m2", "m1", "m0");
  }

  @Test
  void aTextFindsTitlesAndMessagesOfTheCaller_H100() {
    threads.create(anna, new NewThread("t1", "Über 100%_sure", Map.of()));
    make(anna, "t2");
    say(anna, "t2", "What does CHECKOUT cost?");
    make(ben, "t3");
    say(ben, "t3", "checkout");

    assertThat(found("über")).containsExactly("t1");
    assertThat(found("0%_s")).containsExactly("t1");
    assertThat(found("%")).containsExactly("t1");
    assertThat(found("checkout")).containsExactly("t2");
    assertThat(found("nothing")).isEmpty();
  }

  @Test
  void autoRenameTakesTheFirstUserMessage_H98() {
    make(anna, "t1");
    refused(() -> threads.autoRename(anna, "t1"), ErrorCode.CONFLICT);
    say(anna, "t1", "what do I spend, and on what?");
    say(anna, "t1", "another question");

    assertThat(threads.autoRename(anna, "t1").title()).isEqualTo("What do I spend and");
    assertThat(events.after(anna.user(), 1, 1).getFirst().data()).contains("\"by\":\"auto\"");
  }

  @Test
  void aPageTokenThatIsNoneIsRefused_H38() {
    refused(() -> threads.list(anna.user(), all(10, "???")), ErrorCode.VALIDATION_ERROR);
    refused(() -> threads.list(anna.user(), all(10, "abcd")), ErrorCode.VALIDATION_ERROR);
  }

  @Test
  void aClientsMessageIdIsFreeAfterItsDay() {
    make(anna, "t1");
    add(anna, "t1", "first", "c-1");
    assertThat(sent("c-1")).isTrue();
    clock.advance(Duration.ofHours(24).plusMillis(1));

    assertThat(sent("c-1")).isFalse();
    add(anna, "t1", "second", "c-1");
    assertThat(sent("c-1")).isTrue();
  }

  private boolean sent(String clientMessageId) {
    return store().write(t -> log.sent(t, anna.user(), clientMessageId)).isPresent();
  }

  private List<String> found(String text) {
    return threads
        .list(anna.user(), new ThreadQuery(text, "active", Room.of(10), null))
        .data()
        .stream()
        .map(ThreadView::id)
        .toList();
  }

  private List<String> contents(boolean oldestFirst) {
    List<String> contents = new ArrayList<>();
    String token = null;
    do {
      Page<MessageView> page =
          threads.messages(anna.user(), new MessageQuery("t1", oldestFirst, Room.of(2), token));
      page.data().forEach(each -> contents.add(each.content()));
      token = page.nextPageToken();
    } while (token != null);
    return contents;
  }

  private void make(Cause cause, String id) {
    threads.create(cause, new NewThread(id, null, Map.of()));
  }

  private String say(Cause cause, String thread, String content) {
    return add(cause, thread, content, null);
  }

  private String add(Cause cause, String thread, String content, @Nullable String clientId) {
    String id = ids.next("msg_");
    NewMessage message = new NewMessage(id, "user", content, null, null, clientId, "sha", Map.of());
    store().write(t -> log.add(t, cause.user(), log.open(t, cause, thread), message));
    return id;
  }

  private List<String> types(UserKey user) {
    return events.after(user, 0, 100).stream().map(StoredEvent::type).toList();
  }

  private static ThreadQuery all(int limit, @Nullable String token) {
    return new ThreadQuery(null, "active", Room.of(limit), token);
  }

  private static MessageQuery messages(@Nullable String thread, @Nullable String token) {
    return new MessageQuery(thread, true, Room.of(10), token);
  }

  private static void refused(ThrowingCallable call, ErrorCode code) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }
}
