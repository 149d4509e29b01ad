package ai.netra.probe.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Its teardown fails. */
public class TeardownSeed {

  @AfterEach
  void cleanUp() {
    throw new IllegalStateException("the thread could not be deleted");
  }

  @Test
  void passesItself() {
    assertEquals(2, List.of(1, 2).size());
  }

  @Test
  void failsItself() {
    assertEquals(3, List.of(1, 2).size());
  }
}
