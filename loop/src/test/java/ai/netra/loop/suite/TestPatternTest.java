package ai.netra.loop.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestPatternTest {

  private static final String ID =
      "[engine:junit-jupiter]/[class:com.shop.CartE2E]/[test-template:adds(int)]";

  @ParameterizedTest
  @CsvSource({
    "com.shop.CartE2E#adds, true",
    "CartE2E#adds, true",
    "CartE2E#*, true",
    "com.shop.*, true",
    "*CartE2E*, true",
    "tag:slow, true",
    "tag:fast, false",
    "CartE2E#removes, false",
    "Cart, false",
    "shop.CartE2E#adds, false"
  })
  void namesATestByTagIdOrMethod(String pattern, boolean matches) {
    assertThat(new TestPattern(pattern).matches(ID, List.of("p1", "slow"))).isEqualTo(matches);
  }
}
