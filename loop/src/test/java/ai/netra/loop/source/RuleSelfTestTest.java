package ai.netra.loop.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RuleSelfTestTest {

  @Test
  void everyRuleOfTheRegistryFiresOnTheSeedThatItCarries() {
    assertThat(RuleSelfTest.wrong()).isEmpty();
  }
}
