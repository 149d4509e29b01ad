package ai.netra.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ResultsTest {

  private static final Machine MACHINE =
      new Machine(
          Instant.parse("2026-01-05T10:00:00Z"), "A CPU", 2, 8192, "Linux 6", "A VM 25", "0.1 0 0");

  private static Results of(Figure... figures) {
    return new Results("bench/run", MACHINE, "1.0 0 0", List.of(figures));
  }

  @Test
  void theTableNamesTheMachineAndComparesWithinTheRun() {
    Figure start =
        Figure.of("start", "ms", Samples.of(100, 200, 300))
            .beside("bare", Samples.of(80, 160))
            .toReach("≤ 1.5");

    assertThat(of(start, Figure.single("build", "s", 12.34)).markdown())
        .isEqualTo(
            """
            `bench/run`, 2026-01-05T10:00:00Z: A CPU, 2 cores, 8192 MiB, Linux 6, A VM 25; \
            load before 0.1 0 0, after 1.0 0 0.

            | figure | unit | n | p50 | p95 | peer, p50 | ratio | to reach |
            |---|---|---|---|---|---|---|---|
            | start | ms | 3 | 200 | 300 | bare 80.0 | 2.50 | ≤ 1.5 |
            | build | s | 1 | 12.3 |  |  |  |  |
            """);
  }

  @Test
  void theFileHoldsEveryFigureWithItsPeer() {
    Figure trip = Figure.of("trip", "ms", Samples.of(2, 4)).beside("echo", Samples.of(1, 2));

    JsonNode file = JsonMapper.shared().readTree(of(trip).json());

    assertThat(file.at("/cores").asInt()).isEqualTo(2);
    assertThat(file.at("/load_before").asString()).isEqualTo("0.1 0 0");
    assertThat(file.at("/figures/0/samples/p95").asDouble()).isEqualTo(4);
    assertThat(file.at("/figures/0/peer_samples/p50").asDouble()).isEqualTo(1);
    assertThat(file.at("/figures/0/ratio").asDouble()).isEqualTo(2);
  }

  @Test
  void aNumberKeepsThreeDigitsThatSaySomething() {
    assertThat(List.of(1234.6, 12.34, 1.234, 0.1234).stream().map(Results::number))
        .containsExactly("1235", "12.3", "1.23", "0.123");
  }
}
