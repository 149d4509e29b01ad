package ai.netra.backend.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RepeatingTest {

  @Test
  void anActionThatFailsIsRepeated() throws InterruptedException {
    CountDownLatch calls = new CountDownLatch(3);
    Runnable failing =
        () -> {
          calls.countDown();
          throw new IllegalStateException("thrown on purpose");
        };
    try (Repeating _ = Repeating.every(Duration.ofMillis(1), "test", failing)) {
      assertThat(calls.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }
}
