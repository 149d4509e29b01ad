package ai.netra.loop.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReplaySettingsTest {

  @Test
  void whatAReplayDecidesStandsInPlaceOfTheProjectsOwn() {
    String yaml =
        """
        version: 1
        policy:
          commit: { mode: ask }
        # kept
        services:
          api: { artifact: app }
        fixers: [{ kind: human }]
        budget: { time: 8h }
        """;

    assertThat(new ReplaySettings(List.of("revert", "agent"), "mend \"it\"").in(yaml))
        .isEqualTo(
            """
            version: 1
            services:
              api: { artifact: app }
            proved: { consecutive: 1 }
            policy: { commit: { mode: auto } }
            fixers: [{ kind: revert }, { kind: agent, command: "mend \\"it\\"" }]
            budget: { time: 3h, rounds: 4, no_progress: 3 }
            """);
  }

  @Test
  void anAgentNeedsItsCommandLine() {
    assertThatThrownBy(() -> new ReplaySettings(List.of("agent"), ""))
        .isInstanceOf(Catalogue.Refused.class)
        .hasMessage("--fixers agent: the agent's command line is required");
  }
}
