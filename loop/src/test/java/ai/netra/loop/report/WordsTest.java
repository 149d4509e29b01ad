package ai.netra.loop.report;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.record.Counts;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WordsTest {

  @Test
  void countsSayTheLevelThatTheyHoldAt() {
    assertThat(Words.counted(new Counts(5, 5, 0, 0, 0, 0, 0, 0), Map.of("receipt", 5)))
        .isEqualTo("5/5 proved (receipt)");
  }

  @Test
  void severalLevelsAreCountedApart() {
    Map<String, Integer> levels = new TreeMap<>(Map.of("receipt", 4, "wire", 1));
    assertThat(Words.counted(new Counts(6, 5, 1, 0, 0, 0, 0, 0), levels))
        .isEqualTo("5/6 proved (4 receipt, 1 wire)");
  }
}
