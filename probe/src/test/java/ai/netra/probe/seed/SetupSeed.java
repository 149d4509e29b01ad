package ai.netra.probe.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Its setup fails, by an assertion at that. */
public class SetupSeed {

  @BeforeEach
  void prepare() {
    assertEquals(3, List.of(1, 2).size());
  }

  @Test
  void neverRuns() {
    assertEquals(2, List.of(1, 2).size());
  }
}
