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
  void whatIsEmptyGetsSomething() {
    assertThat(changed("{\"data\":[],\"more\":{}}"))
        .isEqualTo("{\"data\":[\"~\"],\"more\":{\"~\":\"~\"}}");
  }

  @Test
  void oneLeafIsChosenBySeedAndNamed() {
    String text = "{\"a\":\"x\",\"b\":[1,null,true]}";
    assertThat(Leaves.chosen(text.getBytes(UTF_8), 4)).isEqualTo("/b/0");
    assertThat(changed(text, "/b/0")).isEqualTo("{\"a\":\"x\",\"b\":[2,null,true]}");
  }

  @Test
  void oneLetterIsALeafOfWhatIsNoJson() {
    assertThat(Leaves.chosen("- a b".getBytes(UTF_8), -1)).isEqualTo("byte 4");
    assertThat(changed("- a b", "byte 4")).isEqualTo("- a c");
  }

  @Test
  void whatHasNoLeafHasNoneToChoose() {
    assertThat(Leaves.chosen("{\"a\":null}".getBytes(UTF_8), 3)).isEmpty();
    assertThat(Leaves.chosen(new byte[0], 3)).isEmpty();
  }

  @Test
  void nothingStaysNothing() {
    assertThat(changed("")).isEmpty();
  }

  private static String changed(String text, String place) {
    return new String(Leaves.changed(text.getBytes(UTF_8), place), UTF_8);
  }

  private static String changed(String text) {
    return new String(Leaves.changed(text.getBytes(UTF_8)), UTF_8);
  }
}
