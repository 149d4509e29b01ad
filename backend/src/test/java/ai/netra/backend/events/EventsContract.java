package ai.netra.backend.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.netra.backend.events.Events.Fenced;
import ai.netra.backend.events.Events.Replay;
import ai.netra.backend.events.Events.RunFence;
import ai.netra.backend.events.Events.Subscription;
import ai.netra.backend.identity.UserKey;
import ai.netra.backend.store.Store;
import ai.netra.backend.testing.SteppedClock;
import ai.netra.backend.testing.TestUsers;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds of the event log on every engine. */
abstract class EventsContract {

  private static final int WRITERS = 50;
  private static final int EVENTS_A_WRITER = 20;

  final SteppedClock clock = new SteppedClock(Instant.parse("2026-01-05T10:00:00.010Z"));
  private final ReplayWindow window = new ReplayWindow(Duration.ofHours(24), 30);

  private JdbcEvents events;
  private UserKey anna;

  abstract Store store();

  /** Another store on the same database, as after a restart. */
  abstract Store reopened();

  @BeforeEach
  void makeLog() {
    events = over(store());
    anna = TestUsers.add(store(), "anna");
  }

  private JdbcEvents over(Store store) {
    byte[] key = store.secret("cursor_key", new SecureRandom());
    return new JdbcEvents(store, clock, new Cursors(key), window);
  }

  @Test
  void numbersOfAUserRunFromOneWithoutGaps() {
    append(null, 3);
    append(null, 2);

    assertThat(userSeqs(events.after(anna, 0, 100))).containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void whoListensReadsLiveWhatTheLogHas() {
    append(null, 2);
    Subscription listening = events.subscribe(anna, () -> {});
    append(null, 3);
    JdbcEvents elsewhere = over(store());
    store().write(t -> elsewhere.append(t, anna, null, some(2, null)));
    append(null, 1);

    for (long place = 0; place <= 8; place++) {
      assertThat(all(place)).isEqualTo(events.after(anna, place, 100));
    }
    listening.close();
    assertThat(events.live(anna, 0, 100)).isEqualTo(events.after(anna, 0, 100));
  }

  /** What a reader collects that asks until there is nothing more. */
  private List<StoredEvent> all(long place) {
    List<StoredEvent> all = new ArrayList<>();
    List<StoredEvent> batch = events.live(anna, place, 2);
    while (!batch.isEmpty()) {
      all.addAll(batch);
      batch = events.live(anna, all.getLast().userSeq(), 2);
    }
    return all;
  }

  @Test
  void anEventIsReadAsItWasWritten() {
    NewEvent written = new NewEvent("t", Map.of("queueSize", "ü😀"), "thread_a", null, "data", "m");
    store().write(t -> events.append(t, anna, null, List.of(written)));

    assertThat(events.after(anna, 0, 1))
        .containsExactly(
            new StoredEvent(
                1,
                "t",
                clock.instant(),
                "{\"queueSize\":\"ü😀\"}",
                "thread_a",
                null,
                null,
                "data",
                "m"));
  }

  @Test
  void anAbortedWriteLeavesNoNumberUsed_ST4() {
    long run = newRun();
    append(new RunFence(run, 0), 2);
    assertThatThrownBy(() -> appendAndThrow(new RunFence(run, 0)))
        .isInstanceOf(IllegalStateException.class);
    append(new RunFence(run, 0), 1);

    assertThat(userSeqs(events.after(anna, 0, 100))).containsExactly(1L, 2L, 3L);
    assertThat(events.ofRun(run, 0, 100)).extracting(StoredEvent::seq).containsExactly(1L, 2L, 3L);
  }

  @Test
  void aWriterWithoutTheFenceWritesNothing_ST7() {
    long run = newRun();
    append(new RunFence(run, 0), 1);

    assertThatThrownBy(() -> append(new RunFence(run, 7), 1)).isInstanceOf(Fenced.class);
    assertThat(events.after(anna, 0, 100)).hasSize(1);
  }

  @Test
  void aReaderThatFollowsTheCursorMissesNothingOfFiftyWriters_ST3() throws Exception {
    CountDownLatch written = new CountDownLatch(WRITERS);
    try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        Random pauses = new Random(i);
        all.add(
            writers.submit(
                () -> {
                  writeWithPauses(pauses);
                  written.countDown();
                }));
      }
      List<Long> seen = follow(written);
      for (Future<?> each : all) {
        each.get(30, TimeUnit.SECONDS);
      }
      assertThat(seen)
          .containsExactlyElementsOf(
              LongStream.rangeClosed(1, WRITERS * EVENTS_A_WRITER).boxed().toList());
    }
  }

  @Test
  void aCursorHoldsOverARestart_ST5() {
    append(null, 5);
    String cursor = events.cursor(anna, 3);

    assertThat(over(reopened()).place(anna, cursor)).contains(3L);
  }

  @Test
  void aCursorAheadOfTheStreamIsRefused() {
    append(null, 5);

    assertThat(events.place(anna, events.cursor(anna, 6))).isEmpty();
  }

  @Test
  void aReplayWithinTheWindowBeginsAtItsPlace() {
    append(null, 40);

    assertThat(events.replay(anna, 15L)).isEqualTo(new Replay(15, false, List.of()));
  }

  @Test
  void aReplayPastTheNumberOfFramesSaysWhatIsMissing_W90() {
    long run = newRun();
    append(new RunFence(run, 0), 2);
    append(null, 38);

    assertThat(events.replay(anna, 0L)).isEqualTo(new Replay(10, true, List.of("run_" + run)));
  }

  @Test
  void aReplayPastTheAgeOfTheWindowBeginsAtItsEdge_W90() {
    append(null, 3);
    clock.advance(Duration.ofHours(25));
    append(null, 2);

    assertThat(events.replay(anna, 1L)).isEqualTo(new Replay(3, true, List.of()));
    assertThat(events.replay(anna, 3L)).isEqualTo(new Replay(3, false, List.of()));
    assertThat(events.replay(anna, null)).isEqualTo(new Replay(3, false, List.of()));
  }

  @Test
  void aListenerIsHintedAfterTheCommitAlone() {
    AtomicInteger hints = new AtomicInteger();
    try (Subscription _ = events.subscribe(anna, hints::incrementAndGet)) {
      assertThatThrownBy(() -> appendAndThrow(null)).isInstanceOf(IllegalStateException.class);
      assertThat(hints).hasValue(0);
      append(null, 3);
      settle();
      assertThat(hints).hasValue(1);
    }
    append(null, 1);
    settle();
    assertThat(hints).hasValue(1);
  }

  @Test
  void thePollFindsWhatNoHintTold_ST10() {
    JdbcEvents otherNode = over(store());
    AtomicInteger hints = new AtomicInteger();
    try (Subscription _ = events.subscribe(anna, hints::incrementAndGet)) {
      store().write(t -> otherNode.append(t, anna, null, some(2, null)));
      assertThat(hints).hasValue(0);
      events.poll();
      assertThat(hints).hasValue(1);
      events.poll();
      assertThat(hints).hasValue(1);
    }
  }

  /** Hints follow a commit and precede the next one. */
  private void settle() {
    store().write(t -> true);
  }

  private List<Long> follow(CountDownLatch written) throws InterruptedException {
    List<Long> seen = new ArrayList<>();
    long cursor = 0;
    boolean last = false;
    while (true) {
      List<StoredEvent> more = events.after(anna, cursor, 7);
      for (StoredEvent event : more) {
        seen.add(event.userSeq());
        cursor = event.userSeq();
      }
      if (more.isEmpty() && last) {
        return seen;
      }
      last = written.await(more.isEmpty() ? 1 : 0, TimeUnit.MILLISECONDS);
    }
  }

  private void writeWithPauses(Random pauses) {
    for (int i = 0; i < EVENTS_A_WRITER; i++) {
      store()
          .write(
              t -> {
                List<StoredEvent> stored = events.append(t, anna, null, some(1, null));
                busy(pauses.nextInt(50_000));
                return stored;
              });
    }
  }

  private static void busy(int nanos) {
    long until = System.nanoTime() + nanos;
    while (System.nanoTime() < until) {
      Thread.onSpinWait();
    }
  }

  private void append(@Nullable RunFence run, int count) {
    store().write(t -> events.append(t, anna, run, some(count, run)));
  }

  private void appendAndThrow(@Nullable RunFence run) {
    store()
        .write(
            t -> {
              events.append(t, anna, run, some(4, run));
              throw new IllegalStateException("aborted");
            });
  }

  private static List<NewEvent> some(int count, @Nullable RunFence run) {
    String runId = run == null ? null : "run_" + run.runKey();
    return Collections.nCopies(count, new NewEvent("t", Map.of(), null, runId, null, null));
  }

  private long newRun() {
    return store().write(t -> RunRow.insert(t.sql(), anna));
  }

  private static List<Long> userSeqs(List<StoredEvent> events) {
    return events.stream().map(StoredEvent::userSeq).toList();
  }
}
