package ai.netra.loop.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {

  @Test
  void eachPercentileIsTheSampleOfItsNearestRank() {
    Percentiles hundred = new Percentiles(LongStream.rangeClosed(1, 100).boxed().toList());
    assertThat(List.of(hundred.at(50), hundred.at(95), hundred.at(99), hundred.at(100)))
        .containsExactly(50L, 95L, 99L, 100L);
  }

  @Test
  void oneSampleIsEveryPercentile() {
    Percentiles one = new Percentiles(List.of(7L));
    assertThat(List.of(one.at(1), one.at(50), one.at(99))).containsOnly(7L);
  }

  @Test
  void aHigherPercentileIsNeverSmaller() {
    Random random = new Random(5);
    for (int n = 1; n < 200; n++) {
      Percentiles some = new Percentiles(random.longs(n, 0, 1_000).boxed().toList());
      assertThat(some.at(50)).isLessThanOrEqualTo(some.at(95));
      assertThat(some.at(95)).isLessThanOrEqualTo(some.at(99));
    }
  }

  @Test
  void withoutASampleThereIsNoPercentile() {
    assertThatThrownBy(() -> new Percentiles(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("percentiles: at least one sample is required, got none");
  }
}
