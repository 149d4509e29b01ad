package ai.netra.backend.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TailTest {

  private final Tail tail = new Tail();

  @Test
  void aReaderGetsWhatFollowsItsPlaceInOrder() {
    tail.add(events(5, 8));
    tail.add(events(9, 9));

    assertThat(after(4, 100)).containsExactly(5L, 6L, 7L, 8L, 9L);
    assertThat(after(7, 100)).containsExactly(8L, 9L);
    assertThat(after(4, 2)).containsExactly(5L, 6L);
  }

  @Test
  void itNeverSaysThatThereIsNothing() {
    assertThat(tail.after(0, 100)).isEmpty();
    tail.add(events(5, 8));

    assertThat(tail.after(8, 100)).isEmpty();
    assertThat(tail.after(3, 100)).isEmpty();
    assertThat(tail.after(99, 100)).isEmpty();
  }

  @Test
  void aGapBeginsItAnew() {
    tail.add(events(5, 8));
    tail.add(events(10, 11));

    assertThat(tail.after(7, 100)).isEmpty();
    assertThat(after(9, 100)).containsExactly(10L, 11L);
  }

  @Test
  void itKeepsTheLastFewAlone() {
    tail.add(events(1, 2_000));

    assertThat(tail.after(0, 100)).isEmpty();
    assertThat(after(1_990, 100)).hasSize(10);
    assertThat(after(1_488, 2_000)).hasSize(512);
  }

  @Test
  void largeEventsPushOthersOut() {
    tail.add(events(1, 3));
    tail.add(List.of(event(4, "x".repeat((1 << 20) - 10))));

    assertThat(tail.after(0, 100)).isEmpty();
    assertThat(after(3, 100)).containsExactly(4L);
  }

  private List<Long> after(long place, int limit) {
    return tail.after(place, limit).orElseThrow().stream().map(StoredEvent::userSeq).toList();
  }

  private static List<StoredEvent> events(long first, long last) {
    return LongStream.rangeClosed(first, last).mapToObj(seq -> event(seq, "{\"a\":1}")).toList();
  }

  private static StoredEvent event(long seq, String data) {
    return new StoredEvent(
        seq, "thread_updated", Instant.EPOCH, data, null, null, null, null, null);
  }
}
