package ai.netra.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SamplesTest {

  @Test
  void percentilesAreOfTheNearestRank() {
    Samples samples = Samples.of(5, 1, 4, 2, 3, 10, 9, 8, 7, 6);

    assertThat(samples.median()).isEqualTo(5);
    assertThat(samples.percentile(0.95)).isEqualTo(10);
    assertThat(samples.percentile(0.9)).isEqualTo(9);
    assertThat(Samples.of(7).percentile(0.01)).isEqualTo(7);
  }

  @Test
  void nothingMeasuredIsNoFigure() {
    assertThatThrownBy(Samples::of).hasMessage("samples: at least one is required, got none");
  }
}
