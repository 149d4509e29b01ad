package ai.netra.probe.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The setup of its class fails. */
public class BeforeAllSeed {

  @BeforeAll
  static void prepare() {
    Objects.requireNonNull(System.getenv("SEED_KEY"), "no key is set");
  }

  @Test
  void neverRuns() {
    assertEquals(2, List.of(1, 2).size());
  }
}
