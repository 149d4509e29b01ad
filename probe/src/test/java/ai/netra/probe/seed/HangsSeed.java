package ai.netra.probe.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Waits for what never comes. */
public class HangsSeed {

  @Test
  void waitsForEver() throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    never.await();
    assertEquals(0, never.getCount());
  }
}
