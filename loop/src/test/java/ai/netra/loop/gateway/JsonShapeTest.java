package ai.netra.loop.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonShapeTest {

  @Test
  void keysStandInDocumentOrderEachOnceWithTheirPath() {
    assertThat(keys("{\"b\":1,\"a\":{\"c\":[{\"d\":1},{\"d\":2,\"e\":[[{\"f\":1}]]}]}}"))
        .containsExactly("b", "a", "a.c", "a.c[].d", "a.c[].e", "a.c[].e[][].f");
    assertThat(keys("[{\"a\":1}]")).containsExactly("[].a");
  }

  @Test
  void aTextThatIsCutTellsTheKeysThatItHas() {
    assertThat(keys("{\"a\":1,\"b\":{\"c\":\"cut he")).containsExactly("a", "b", "b.c");
    assertThat(keys("<html>")).isEmpty();
    assertThat(keys("")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"type":"ping"}                     | ping
          {"data":{"type":"x"},"type":"pong"} | pong
          {"type":5}                          |
          {"data":{"type":"x"}}               |
          ["type","x"]                        |
          {"a":"                              |
          """)
  void theTypeIsTheMemberOfTheObjectItself(String text, String type) {
    assertThat(JsonShape.type(text.getBytes(UTF_8))).isEqualTo(type);
  }

  private static List<String> keys(String text) {
    return JsonShape.keys(text.getBytes(UTF_8));
  }
}
