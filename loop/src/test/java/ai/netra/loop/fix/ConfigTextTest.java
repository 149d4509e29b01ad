package ai.netra.loop.fix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigTextTest {

  private static final String BEFORE =
      """
      services:
        api: { env: { A: one, B: "two", C: three }, secrets: { KEY: "generated:32" } }  # ends
        web:
          env:
            A: one
            B: two   # the second
          secrets: { TOKEN: { from: "env:T", bytes: 16 } }
      """;

  @Test
  void aChangedValueIsPutBackAndTheRestOfItsLineStays() {
    String now = BEFORE.replace("B: \"two\", C: three", "B: broken, C: better");

    assertThat(restored(now, "services.api.env.B"))
        .isEqualTo(BEFORE.replace("C: three", "C: better"));
  }

  @Test
  void aKeyThatCameGoesWhereverItStands() {
    String key = "services.api.env.NEW";

    assertThat(restored(BEFORE.replace("{ A: one, B", "{ NEW: x, A: one, B"), key))
        .isEqualTo(BEFORE);
    assertThat(restored(BEFORE.replace("C: three", "NEW: x, C: three"), key)).isEqualTo(BEFORE);
    assertThat(restored(BEFORE.replace("C: three", "C: three, NEW: x"), key)).isEqualTo(BEFORE);
    assertThat(
            restored(
                BEFORE.replace("      A: one\n", "      A: one\n      NEW: \"x, y\"\n"),
                "services.web.env.NEW"))
        .isEqualTo(BEFORE);
  }

  @Test
  void aKeyThatWentComesBackAfterTheOthers() {
    assertThat(restored(BEFORE.replace(", C: three", ""), "services.api.env.C")).isEqualTo(BEFORE);
    assertThat(restored(BEFORE.replace("A: one, B", "B"), "services.api.env.A"))
        .contains("{ B: \"two\", C: three, A: one }");
    assertThat(restored(BEFORE.replace("      A: one\n", ""), "services.web.env.A"))
        .contains("      B: two   # the second\n      A: one\n");
  }

  @Test
  void aSourceOfASecretIsPutBackWhole() {
    String now = BEFORE.replace("{ from: \"env:T\", bytes: 16 }", "env:WRONG");

    assertThat(restored(now, "services.web.secrets.TOKEN")).isEqualTo(BEFORE);
  }

  @Test
  void severalKeysArePutBackTogether() {
    String now = BEFORE.replace("A: one", "A: wrong").replace("\"generated:32\"", "env:X");

    assertThat(
            restored(now, "services.api.env.A", "services.web.env.A", "services.api.secrets.KEY"))
        .isEqualTo(BEFORE);
  }

  @Test
  void aMapThatWentIsNotRebuilt() {
    String now = BEFORE.replace("env: { A: one, B: \"two\", C: three }, ", "");

    assertThat(new ConfigText(now, BEFORE).edited(List.of("services.api.env.A"))).isEmpty();
  }

  @Test
  void aTextThatSaysMoreOrLessThanAskedIsNotRestored() {
    ConfigText texts = new ConfigText(BEFORE.replace("A: one", "A: wrong"), BEFORE);

    assertThat(texts.isRestored(BEFORE, List.of("services.api.env.A"))).isFalse();
    assertThat(texts.isRestored(BEFORE, List.of("services.api.env.A", "services.web.env.A")))
        .isTrue();
    assertThat(texts.isRestored("services: [", List.of("services.api.env.A"))).isFalse();
  }

  private static String restored(String now, String... keys) {
    ConfigText texts = new ConfigText(now, BEFORE);
    String text = texts.edited(List.of(keys)).orElseThrow();
    assertThat(texts.isRestored(text, List.of(keys))).isTrue();
    return text;
  }
}
