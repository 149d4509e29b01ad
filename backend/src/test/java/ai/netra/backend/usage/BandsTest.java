package ai.netra.backend.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BandsTest {

  @Test
  void aRowIsToldByTheGreatestCutThatItReaches() {
    assertThat(Bands.text("input_tokens", List.of(0L, 200L, 100L, 200L), 0))
        .isEqualTo(
            "case when input_tokens >= 200 then 200 when input_tokens >= 100 then 100"
                + " else (0)::bigint end");
  }

  @Test
  void withoutCutsAllRowsAreOneBand() {
    assertThat(Bands.text("timestamp", List.of(Long.MIN_VALUE), Long.MIN_VALUE))
        .isEqualTo("(-9223372036854775808)::bigint");
  }
}
