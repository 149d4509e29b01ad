package ai.netra.backend.events;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.backend.events.Events.RunFence;
import ai.netra.backend.identity.UserKey;
import ai.netra.backend.store.JobLease;
import ai.netra.backend.store.OpenStore;
import ai.netra.backend.store.Store;
import ai.netra.backend.testing.SteppedClock;
import ai.netra.backend.testing.TestUsers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventRetentionTest {

  private static final List<String> STORY =
      List.of("agent_started", "progress_update", "response_chunk", "agent_completed");

  private final SteppedClock clock = new SteppedClock(Instant.parse("2026-01-05T10:00:00Z"));
  private final OpenStore open;
  private Events events;
  private UserKey anna;
  private long run;

  EventRetentionTest(@TempDir Path folder) {
    this.open = OpenStore.in(folder);
  }

  @BeforeEach
  void tellAStory() {
    Store store = open.store();
    events = EventsForTests.over(store, clock);
    anna = TestUsers.add(store, "anna");
    run = store.write(t -> RunRow.insert(t.sql(), anna));
    List<NewEvent> story =
        STORY.stream()
            .map(type -> new NewEvent(type, Map.of(), "thread_a", "run_a", null, null))
            .toList();
    store.write(t -> events.append(t, anna, new RunFence(run, 0), story));
  }

  @AfterEach
  void close() throws SQLException {
    open.close();
  }

  @Test
  void aFinishedRunLosesItsDeltasAndKeepsItsNumbers_ST25() {
    finish();
    clock.advance(Duration.ofHours(24).plusMillis(1));
    retain();

    assertThat(events.ofRun(run, 0, 10))
        .extracting(StoredEvent::type)
        .containsExactly("agent_started", "agent_completed");
    assertThat(events.ofRun(run, 0, 10)).extracting(StoredEvent::seq).containsExactly(1L, 4L);
    assertThat(compactedAt()).isEqualTo(clock.millis());
  }

  @Test
  void aRunThatIsUnfinishedOrFreshKeepsAll_ST25() {
    clock.advance(Duration.ofHours(25));
    retain();
    assertThat(events.ofRun(run, 0, 10)).hasSize(4);

    finish();
    retain();
    assertThat(events.ofRun(run, 0, 10)).hasSize(4);
  }

  @Test
  void aCursorHoldsAfterCompaction_ST5() {
    String cursor = events.cursor(anna, 3);
    finish();
    clock.advance(Duration.ofHours(25));
    retain();

    assertThat(events.place(anna, cursor)).contains(3L);
    assertThat(events.after(anna, 3, 10)).extracting(StoredEvent::userSeq).containsExactly(4L);
  }

  @Test
  void afterThirtyDaysEventsAreGoneAndNumbersGoOn() {
    clock.advance(Duration.ofDays(31));
    retain();

    assertThat(events.after(anna, 0, 10)).isEmpty();
    assertThat(events.end(anna)).isEqualTo(4);
  }

  @Test
  void aThousandDeltasAndMoreGoInSlices() {
    NewEvent chunk = new NewEvent("response_chunk", Map.of(), "thread_a", "run_a", null, null);
    List<NewEvent> chunks = Stream.generate(() -> chunk).limit(2500).toList();
    open.store().write(t -> events.append(t, anna, new RunFence(run, 0), chunks));
    finish();
    clock.advance(Duration.ofHours(25));
    retain();

    assertThat(events.ofRun(run, 0, 10_000)).hasSize(2);
  }

  private void finish() {
    open.store()
        .write(
            t ->
                t.sql()
                    .sql("update runs set state = 'completed', finished_at = :now")
                    .param("now", clock.millis())
                    .update());
  }

  private void retain() {
    new EventRetention(open.store(), new JobLease(open.store(), "test"), clock).run();
  }

  private long compactedAt() {
    return open.store()
        .read(t -> t.sql().sql("select compacted_at from runs").query(Long.class).single());
  }
}
