package ai.netra.probe.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One test for each way in which a test can end. */
public class EndsSeed {

  @Test
  @DisplayName("W7 a test that passes")
  @Tag("p1")
  @Tag("area:ws")
  void passes() {
    assertEquals(2, List.of(1, 2).size());
  }

  @Test
  void fails() {
    assertEquals(3, List.of(1, 2).size());
  }

  @Test
  void throwsAnException() {
    throw new IllegalStateException("the service is away");
  }

  @Test
  void assumes() {
    assumeTrue(List.of().size() == 1, "no browser here");
  }

  @Test
  @Disabled("not today")
  void isDisabled() {
    assertEquals(1, 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void isOddForEach(int number) {
    assertEquals(1, number % 2);
  }

  @TestFactory
  Stream<DynamicTest> makesTwo() {
    return Stream.of(2, 3)
        .map(n -> DynamicTest.dynamicTest("is " + n, () -> assertEquals(n, List.of(1, 2).size())));
  }

  @TestFactory
  Stream<DynamicTest> makesNone() {
    return Stream.empty();
  }
}
