package ai.netra.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTest {

  @Test
  void writesFlatJson() {
    assertThat(Message.of("is", "edge", "lane", "3").line())
        .isEqualTo("{\"is\":\"edge\",\"lane\":\"3\"}");
  }

  @Test
  void leavesOutWhatIsNull() {
    assertThat(Message.of("is", "edge", "error", null).line()).isEqualTo("{\"is\":\"edge\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "two\nlines\tand \"quotes\" \\ back", "ümläut", "😀 \u0000", "\uD800 alone"})
  void readsBackWhatItWrote(String text) {
    assertThat(Message.parse(Message.of("text", text).line()).get("text")).isEqualTo(text);
  }

  @Test
  void readsEscapesOfOtherWriters() {
    assertThat(Message.parse("{ \"a\" : \"\\u00fc\\/\\b\" , \"b\":\"\"}").fields())
        .containsEntry("a", "ü/\b")
        .containsEntry("b", "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"a\":1}",
        "{\"a\":\"b\"} x",
        "{\"a\":\"\\u12\"}",
        "{\"a\":\"b\""
      })
  void refusesWhatIsNoFlatObjectOfStrings(String line) {
    assertThatThrownBy(() -> Message.parse(line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("flat JSON object");
  }

  @Test
  void namesTheMissingField() {
    assertThatThrownBy(() -> Message.of("is", "edge").get("lane"))
        .hasMessage("a message needs 'lane', this has {is=edge}");
  }
}
