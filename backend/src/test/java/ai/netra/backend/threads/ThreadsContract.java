package ai.netra.backend.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.netra.backend.events.StoredEvent;
import ai.netra.backend.service.Refused;
import ai.netra.backend.store.JobLease;
import ai.netra.backend.threads.Threads.MessageQuery;
import ai.netra.backend.threads.Threads.NewThread;
import ai.netra.backend.threads.Threads.Room;
import ai.netra.backend.threads.Threads.ThreadChange;
import ai.netra.backend.threads.Threads.ThreadQuery;
import ai.netra.contract.error.ErrorCode;
import ai.netra.contract.thread.ThreadView;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** How threads are made, changed, deleted and brought back. */
abstract class ThreadsContract extends OnThreads {

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
}
