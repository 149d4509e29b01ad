package ai.netra.probe.canary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Fails its assertion: it must come out failed. */
final class FailingCanary {

  @Test
  void fails() {
    assertEquals(5, "four".length());
  }
}
