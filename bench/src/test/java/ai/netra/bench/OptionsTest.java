package ai.netra.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

  private static final List<String> KNOWN = List.of("help", "loop");

  private static Options options(String... arguments) {
    return Options.of(arguments, KNOWN);
  }

  @Test
  void onlyAWholeRunIsPublished() {
    assertThat(options(".").whole()).isTrue();
    assertThat(options(".", "--quick").whole()).isFalse();
    assertThat(options(".", "help").whole()).isFalse();
  }

  @Test
  void quickLeavesOutWhatTakesMinutesUnlessItIsAskedFor() {
    assertThat(options(".").takes(new LoopRuns())).isTrue();
    assertThat(options(".", "--quick").takes(new LoopRuns())).isFalse();
    assertThat(options(".", "--quick").takes(new HelpStart())).isTrue();
    assertThat(options(".", "loop", "--quick").takes(new LoopRuns())).isTrue();
    assertThat(options(".", "loop").takes(new HelpStart())).isFalse();
  }

  @Test
  void anUnknownNameIsRefusedWithTheKnownOnes() {
    assertThatThrownBy(() -> options(".", "loops"))
        .hasMessage("one of --quick and [help, loop] is required, got 'loops'");
  }
}
