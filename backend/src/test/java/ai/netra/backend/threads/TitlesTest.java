package ai.netra.backend.threads;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitlesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Cut my LLM bill by 30 % without slowing checkout|Cut my LLM bill by",
        "what do I spend, and on what?|What do I spend and",
        "hi|Hi",
        "!!!|!!!",
        "extraordinarily incomprehensible characteristics of tokens|Extraordinarily incomprehensible characteristics",
        "ökonomie zuerst|Ökonomie zuerst"
      })
  void aTitleIsTheFirstWordsOfTheMessage(String message, String title) {
    assertThat(Titles.of(message)).isEqualTo(title);
  }

  @Test
  void blanksOfEveryKindSeparateWords() {
    assertThat(Titles.of("  spaces\t and\nlines ")).isEqualTo("Spaces and lines");
  }

  @Test
  void aSingleLongWordIsCutBetweenCharacters() {
    assertThat(Titles.of("😀".repeat(60))).isEqualTo("😀".repeat(50));
    assertThat(Titles.of("a".repeat(60))).hasSize(50);
  }
}
