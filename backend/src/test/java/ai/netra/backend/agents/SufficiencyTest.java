package ai.netra.backend.agents;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.backend.usage.Profile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SufficiencyTest {

  @ParameterizedTest
  @CsvSource({
    // rows, days, priced, latency, attributed, hashed, score, level
    "500, 28, 500, 500, 500, 500, 0.5, PARTIAL",
    "1000, 7, 1000, 1000, 1000, 1000, 1, SUFFICIENT",
    "1000, 7, 1000, 1000, 0, 0, 0.8, SUFFICIENT",
    "1000, 7, 999, 1000, 0, 0, 0.7998, PARTIAL",
    "1000, 7, 0, 0, 0, 0, 0.55, PARTIAL",
    "399, 7, 399, 399, 399, 399, 0.399, INSUFFICIENT",
    "400, 7, 400, 400, 400, 400, 0.4, PARTIAL"
  })
  void theScoreIsExact(
      long rows,
      int days,
      long priced,
      long latency,
      long attributed,
      long hashed,
      String score,
      Sufficiency.Level level) {
    Sufficiency sufficiency =
        Sufficiency.of(
            new Profile(rows, days, priced, latency, attributed, attributed, hashed, 0, List.of()));

    assertThat(sufficiency.level()).isEqualTo(level);
    assertThat(sufficiency.score()).isEqualByComparingTo(score);
  }

  @Test
  void noRowsAreInsufficient() {
    Sufficiency none = Sufficiency.of(new Profile(0, 0, 0, 0, 0, 0, 0, 0, List.of()));

    assertThat(none.level()).isEqualTo(Sufficiency.Level.INSUFFICIENT);
    assertThat(none.missing()).containsExactly("rows");
  }

  @Test
  void whatIsNotCompleteIsNamed() {
    Sufficiency sufficiency =
        Sufficiency.of(new Profile(1_000, 7, 1_000, 10, 1_000, 1_000, 0, 0, List.of()));

    assertThat(sufficiency.missing()).containsExactly("latency", "prompt hash");
  }
}
