package ai.netra.probe.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Checks of several libraries, and things that only look like checks. */
public class ChecksSeed {

  @Test
  void none() {
    var unused = assertThat(List.of(1, 2)).as("no check follows").extracting(n -> n + 1);
  }

  @Test
  void jupiter() {
    assertEquals(2, List.of(1, 2).size());
  }

  @Test
  void assertj() {
    assertThat(List.of(1, 2)).contains(2);
  }

  @Test
  void assertjThrown() {
    assertThatThrownBy(() -> List.of(1).add(2)).isInstanceOf(RuntimeException.class);
  }

  @Test
  void hamcrest() {
    assertThat(List.of(1, 2).size(), is(2));
  }

  @Test
  void inAnotherThread() throws Exception {
    Thread thread = new Thread(() -> assertThat(List.of(1, 2)).hasSize(2));
    thread.start();
    thread.join();
  }

  @Test
  void inAPoolOfTheTest() {
    var pool = Executors.newFixedThreadPool(1);
    try {
      CompletableFuture.runAsync(() -> assertThat(List.of(1, 2)).hasSize(2), pool).join();
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void declared() {
    Frames.expect(List.of(1, 2), 2);
  }

  /** A helper that throws instead of calling an assertion library. */
  static final class Frames {

    private Frames() {}

    static void expect(List<Integer> frames, int wanted) {
      if (!frames.contains(wanted)) {
        throw new AssertionError("no frame " + wanted + " in " + frames);
      }
    }
  }
}
