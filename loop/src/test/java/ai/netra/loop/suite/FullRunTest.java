package ai.netra.loop.suite;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.record.Mode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FullRunTest {

  @ParameterizedTest
  @CsvSource({"short, 2", "long, 60", "unplanned, 60"})
  void aTestHasTheTimeThatIsPlannedAndNeverMoreThanTheSuites(String test, long seconds) {
    Map<String, Duration> planned =
        Map.of("short", Duration.ofSeconds(2), "long", Duration.ofSeconds(90));
    FullRun run = new FullRun(1, 1, Mode.MUTANT, List.of(), Map.of(), planned, false);

    assertThat(run.limit(test, Duration.ofMinutes(1))).isEqualTo(Duration.ofSeconds(seconds));
  }
}
