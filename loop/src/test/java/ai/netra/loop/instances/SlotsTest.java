package ai.netra.loop.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SlotsTest {

  private final Slots slots = new Slots(2);

  @Test
  void whoComesLaterWaitsForWhatIsGivenBack() throws Exception {
    assertThat(slots.take(2, () -> true)).isTrue();
    CompletableFuture<Boolean> later = CompletableFuture.supplyAsync(this::takeOne);
    assertThat(later).isNotCompleted();

    slots.give(1);

    assertThat(later.join()).isTrue();
  }

  @Test
  void whoIsNotWantedAnyMoreStopsWaiting() throws Exception {
    assertThat(slots.take(2, () -> true)).isTrue();
    AtomicBoolean wanted = new AtomicBoolean(true);

    assertThat(slots.take(1, () -> wanted.getAndSet(false))).isFalse();
  }

  @Test
  void moreThanThereEverAreIsRefused() {
    assertThatThrownBy(() -> slots.take(3, () -> true))
        .isInstanceOf(Refusal.class)
        .hasMessage("instances.max: 2 at once, this order needs 3");
  }

  private boolean takeOne() {
    try {
      return slots.take(1, () -> true);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
