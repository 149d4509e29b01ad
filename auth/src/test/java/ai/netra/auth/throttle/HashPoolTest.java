package ai.netra.auth.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.netra.auth.web.Refused;
import ai.netra.contract.error.ErrorCode;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** A13: what is too much is told at once. */
final class HashPoolTest {

  @Test
  void aFullPoolRefusesAndServesAgainAfterwards() throws Exception {
    HashPool pool = new HashPool(1, 1, Duration.ofMillis(20));
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var holder =
          threads.submit(
              () ->
                  pool.run(
                      () -> {
                        entered.countDown();
                        awaited(leave);
                        return "held";
                      }));
      entered.await();

      assertThatThrownBy(() -> pool.run(() -> "never"))
          .isInstanceOfSatisfying(
              Refused.class, r -> assertThat(r.code()).isEqualTo(ErrorCode.SERVICE_BUSY));
      leave.countDown();
      assertThat(holder.get()).isEqualTo("held");
    }
    assertThat(pool.run(() -> "again")).isEqualTo("again");
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
