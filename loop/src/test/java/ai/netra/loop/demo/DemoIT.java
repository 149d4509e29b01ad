package ai.netra.loop.demo;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.Netra;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demo as people start it. Its first act alone: the whole takes minutes. */
class DemoIT {

  private static final int ABOUT_THE_RUN = 5;
  private static final int LIES = 12;

  @TempDir private Path folder;

  @Test
  void theFirstActUnmasksTwelveOfTwentyGreenTestsAndLeavesNothingBehind() {
    Netra.Ended demo = netra("demo", "--act", "1", "--json");

    assertThat(demo.status()).as(demo.err()).isZero();
    JsonNode answer = JsonMapper.shared().readTree(demo.out());
    JsonNode claims = answer.path("acts").path(0).path("claims");
    assertThat(claims).hasSize(ABOUT_THE_RUN + LIES);
    assertThat(claims.valueStream()).allMatch(it -> it.path("holds").asBoolean());
    assertThat(answer.path("holds").asBoolean()).isTrue();
    assertThat(folder.resolve("state")).isEmptyDirectory();
  }

  @Test
  void anActThatIsNotThereIsRefused() {
    Netra.Ended demo = netra("demo", "--act", "4");

    assertThat(demo.status()).isEqualTo(2);
    assertThat(demo.err()).contains("--act 4: there are acts 1, 2 and 3");
  }

  private Netra.Ended netra(String... words) {
    return Netra.in(folder, folder.resolve("state")).run(words);
  }
}
