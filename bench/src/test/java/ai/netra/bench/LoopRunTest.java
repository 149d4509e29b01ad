package ai.netra.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class LoopRunTest {

  @Test
  void whatNoOtherProcessTookIsTheLoopsOwn() {
    List<String> journal =
        List.of(
            "{\"kind\":\"spawned\",\"data\":{\"role\":\"worker\"}}",
            "{\"kind\":\"exited\",\"data\":{\"role\":\"worker\",\"name\":\"e2e-2\",\"cpu_millis\":2000}}",
            "{\"kind\":\"exited\",\"data\":{\"role\":\"worker\",\"name\":\"e2e-3\",\"cpu_millis\":1000}}",
            "{\"kind\":\"exited\",\"data\":{\"role\":\"service\",\"name\":\"auth\",\"cpu_millis\":4000}}");

    assertThat(LoopRun.computing(journal, 10))
        .containsExactly(
            entry("auth", 4.0), entry("the loop itself with its tools", 3.0), entry("worker", 3.0));
  }

  @Test
  void theShellsTimesAreAddedUp() {
    assertThat(LoopRun.seconds("1m2.340000s 0m5.600000s\n")).isCloseTo(67.94, within(1e-9));
  }
}
