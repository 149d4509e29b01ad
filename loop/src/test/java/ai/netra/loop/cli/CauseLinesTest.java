package ai.netra.loop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.report.Why.CauseAnswer;
import ai.netra.loop.report.Why.Refuted;
import ai.netra.loop.report.Why.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a terminal shows a cause. */
class CauseLinesTest {

  @Test
  void thePathComesFirstWithItsEvidenceAndWhatIsRefutedBelow() {
    CauseAnswer cause =
        new CauseAnswer(
            "c1",
            "1 test: wrong",
            "new: red 3 of 3 here, 0 of 3 on base",
            "commit abc \"Answer otherwise\"",
            null,
            "Routes.java:3: the mapping is gone",
            false,
            List.of(
                new Step("symptom", "1 test: wrong", null, "", List.of(6L)),
                new Step(
                    "mechanism",
                    "the mapping is gone",
                    "missing-route",
                    "back it works: green 2",
                    List.of(7L, 8L))),
            List.of(new Refuted("chance", "green now and then", "red 3 of 3", List.of(9L))));
    assertThat(String.join("\n", CauseLines.of(cause)))
        .isEqualTo(
            """
              cluster c1: 1 test: wrong
                blame    new: red 3 of 3 here, 0 of 3 on base
                culprit  commit abc "Answer otherwise"
                1 symptom      1 test: wrong
                2 mechanism    missing-route: the mapping is gone
                  back it works: green 2 (lines 7, 8)
                refuted: chance
                  green now and then: red 3 of 3 (lines 9)
                root cause (no service, not grounded): Routes.java:3: the mapping is gone\
            """);
  }
}
