package ai.netra.loop.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LeavesTest {

  @Test
  void everyLeafBecomesAnotherValueOfItsTypeAndNullStays() {
    assertThat(changed("{\"a\":\"x\",\"b\":[1,2.5,true],\"c\":{\"d\":null,\"e\":\"\"}}"))
        .isEqualTo("{\"a\":\"y\",\"b\":[2,3.5,false],\"c\":{\"d\":null,\"e\":\"~\"}}");
  }

  @Test
  void ofWhatIsNoJsonEachLetterAndDigitBecomesTheNext() {
    assertThat(changed("data: a1, zZ9 é")).isEqualTo("ebub: b2, aA0 é");
  }

  @Test
  void nothingStaysNothing() {
    assertThat(changed("")).isEmpty();
  }

  private static String changed(String text) {
    return new String(Leaves.changed(text.getBytes(UTF_8)), UTF_8);
  }
}
