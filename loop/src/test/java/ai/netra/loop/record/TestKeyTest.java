package ai.netra.loop.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestKeyTest {

  private static final String NONCE = "00".repeat(32);

  @Test
  void aTraceIdIsTheTruncatedHmacOfTheKey() {
    // printf 's\0t\0001\0VERDICT' | openssl dgst -sha256 -mac HMAC -macopt hexkey:00…00
    assertThat(new TestKey("s", "t", 1, Mode.VERDICT).traceId(NONCE))
        .isEqualTo("acaaea8b028556baca132351ee1e1464");
  }

  @Test
  void attemptsOfOtherModesHaveOtherTraceIds() {
    assertThat(new TestKey("s", "t", 1, Mode.VERDICT).traceId(NONCE))
        .isNotEqualTo(new TestKey("s", "t", 1, Mode.CONTROL).traceId(NONCE));
  }
}
