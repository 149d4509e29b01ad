package ai.netra.contract.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ViolationTest {

  @Test
  void whatWasReceivedIsCutAtAHundredCharacters() {
    assertThat(new Violation("f", "r", "a".repeat(101)).received()).isEqualTo("a".repeat(100));
    assertThat(new Violation("f", "r", "a".repeat(100)).received()).isEqualTo("a".repeat(100));
  }

  @Test
  void theCutNeverSplitsASurrogatePair() {
    String received = "a".repeat(99) + "😀";

    assertThat(new Violation("f", "r", received).received()).isEqualTo("a".repeat(99));
  }
}
