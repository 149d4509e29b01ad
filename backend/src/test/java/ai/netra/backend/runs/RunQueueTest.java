package ai.netra.backend.runs;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.backend.identity.UserKey;
import ai.netra.backend.runs.RunQueue.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunQueueTest {

  private static final UserKey ANNA = new UserKey(1);
  private static final UserKey BEN = new UserKey(2);

  @Test
  void aUsersRunsStartInTheirOrder() {
    RunQueue queue = new RunQueue(5, 100);
    offer(queue, ANNA, 1, 2, 3);

    assertThat(takeAll(queue)).containsExactly(1L, 2L, 3L);
  }

  @Test
  void usersTakeTurnsSoALongQueueDelaysNobodysFirstRun_AG11() {
    RunQueue queue = new RunQueue(5, 1);
    offer(queue, ANNA, 1, 2, 3, 4);
    offer(queue, BEN, 11, 12);
    List<Long> order = new ArrayList<>();
    for (Optional<Entry> next = queue.take(); next.isPresent(); next = queue.take()) {
      order.add(next.get().runKey());
      queue.finished(next.get());
    }

    assertThat(order).containsExactly(1L, 11L, 2L, 12L, 3L, 4L);
  }

  @Test
  void theSixthRunOfAUserWaits_AG11() {
    RunQueue queue = new RunQueue(5, 100);
    offer(queue, ANNA, 1, 2, 3, 4, 5, 6);

    assertThat(takeAll(queue)).containsExactly(1L, 2L, 3L, 4L, 5L);
    queue.finished(new Entry(3, 3, ANNA));
    assertThat(takeAll(queue)).containsExactly(6L);
  }

  @Test
  void aThreadsSecondRunWaitsAndAnotherThreadsPasses() {
    RunQueue queue = new RunQueue(5, 100);
    queue.offer(new Entry(1, 7, ANNA));
    queue.offer(new Entry(2, 7, ANNA));
    queue.offer(new Entry(3, 8, ANNA));

    assertThat(takeAll(queue)).containsExactly(1L, 3L);
    queue.finished(new Entry(1, 7, ANNA));
    assertThat(takeAll(queue)).containsExactly(2L);
  }

  @Test
  void aNodeTakesNoMoreThanItsNumber() {
    RunQueue queue = new RunQueue(5, 2);
    offer(queue, ANNA, 1, 2);
    offer(queue, BEN, 11);

    assertThat(takeAll(queue)).containsExactly(1L, 11L);
    assertThat(queue.working()).isEqualTo(2);
  }

  @Test
  void aRunThatIsOfferedTwiceStartsOnce() {
    RunQueue queue = new RunQueue(5, 100);
    offer(queue, ANNA, 1);
    offer(queue, ANNA, 1);

    assertThat(takeAll(queue)).containsExactly(1L);
    offer(queue, ANNA, 1);
    assertThat(takeAll(queue)).isEmpty();
  }

  @Test
  void aRemovedRunDoesNotStart() {
    RunQueue queue = new RunQueue(5, 100);
    offer(queue, ANNA, 1, 2);
    queue.remove(ANNA, 1);

    assertThat(takeAll(queue)).containsExactly(2L);
    assertThat(queue.waiting()).isEmpty();
  }

  private static void offer(RunQueue queue, UserKey user, long... runs) {
    for (long run : runs) {
      queue.offer(new Entry(run, run, user));
    }
  }

  private static List<Long> takeAll(RunQueue queue) {
    List<Long> taken = new ArrayList<>();
    for (Optional<Entry> next = queue.take(); next.isPresent(); next = queue.take()) {
      taken.add(next.get().runKey());
    }
    return taken;
  }
}
