package ai.netra.loop.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.netra.loop.demo.Demo.Act;
import ai.netra.loop.demo.Demo.Claim;
import ai.netra.loop.demo.Demo.Order;
import ai.netra.loop.demo.Demo.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DemoTest {

  private static final Path FOLDER = Path.of("demo");
  private static final Act GOOD = new Act(1, "good", List.of(new Claim("so", true, "so")));

  @Test
  void aDemoHoldsWhereEachClaimOfEachActDoes() {
    assertThat(new Outcome(List.of(GOOD, GOOD), FOLDER).holds()).isTrue();
  }

  @Test
  void oneClaimThatFailsFailsTheDemo() {
    Act bad =
        new Act(2, "bad", List.of(new Claim("so", true, "so"), new Claim("so", false, "not so")));

    assertThat(new Outcome(List.of(GOOD, bad), FOLDER).holds()).isFalse();
  }

  @Test
  void anActThatClaimsNothingDoesNotHold() {
    assertThat(new Outcome(List.of(new Act(3, "empty", List.of())), FOLDER).holds()).isFalse();
  }

  @Test
  void aDemoWithoutActsDoesNotHold() {
    assertThat(new Outcome(List.of(), FOLDER).holds()).isFalse();
  }

  @Test
  void theThirdActNeedsTheSecond() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Order(FOLDER, List.of(), FOLDER, Set.of(Demo.EVIDENCE)))
        .withMessageContaining("act 3 goes on where act 2 ended");
  }
}
