package ai.netra.backend.agents;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.backend.agents.Constraints.Kind;
import ai.netra.backend.agents.Constraints.Stated;
import ai.netra.backend.usage.Dimension;
import ai.netra.backend.usage.Profile;
import ai.netra.backend.usage.UsageWindow;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What triage makes of words: intents, windows, constraints, names. */
class TriageWordsTest {

  private final Lexicon lexicon = new Lexicon();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "What do I spend, and on what? | ANALYSE",
        "Why did the bill jump last week? | ANALYSE",
        "Cut my bill by 30 % without slowing checkout | OPTIMISE",
        "I pay $5,000 a month, get me to $3,500 | OPTIMISE",
        "What if usage grows by 50 %? | SIMULATE",
        "Is bravo/large worth it against acme/premium for us? | COMPARE",
        "What can run overnight? | OPTIMISE",
        "What do failures and retries cost? | ANALYSE",
        "Which customers cost most, and who grew? | ANALYSE",
        "What changed in prices since March? | PRICES",
        "Give me synthetic data to try | SYNTHESISE",
        "/help | HELP",
        "/savings now | OPTIMISE",
        "gibberish | HELP",
        "Tell me a joke | OUT_OF_SCOPE"
      })
  void anIntentIsHeard(String question, Intent intent) {
    assertThat(lexicon.read(NamesInText.normalise(question)).intent()).isEqualTo(intent);
  }

  @Test
  void wordsAreHeardAtTheirBoundariesAlone() {
    assertThat(lexicon.read("helpless").intent()).isEqualTo(Intent.HELP);
    assertThat(lexicon.read("helpless").heard()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"30d, 30", "2w, 14", "1m, 30"})
  void aTimeRangeSaysTheDays(String range, int days) {
    assertThat(AskedWindow.read(range, "").days()).hasValue(days);
  }

  @Test
  void wordsSayTheDaysToo() {
    assertThat(AskedWindow.read(null, "spend of the last 7 days").days()).hasValue(7);
    assertThat(AskedWindow.read(null, "why did it jump last week").days()).hasValue(7);
    assertThat(AskedWindow.read(null, "what do i spend").days()).isEmpty();
  }

  @Test
  void withoutWordsAWindowHas28DaysCutWhereTheRowsBegin() {
    AskedWindow open = AskedWindow.read(null, "");
    LocalDate last = LocalDate.parse("2026-02-01");

    assertThat(open.endingWith(last, LocalDate.parse("2025-01-01")))
        .isEqualTo(new UsageWindow(LocalDate.parse("2026-01-05"), LocalDate.parse("2026-02-02")));
    assertThat(open.endingWith(last, LocalDate.parse("2026-01-26")).days()).isEqualTo(7);
  }

  @Test
  void constraintsAreReadInTheUsersWords() {
    var heard = ConstraintGrammar.read("cut my bill by 30 % without slowing checkout");

    assertThat(heard.stated())
        .containsExactly(
            new Stated(Kind.SAVING, "cut my bill by 30 %"),
            new Stated(Kind.KEEP_LATENCY, "without slowing checkout"));
    assertThat(heard.leftover()).isEmpty();
  }

  @Test
  void aNumberThatNoRuleTakesIsLeftOver() {
    assertThat(ConstraintGrammar.read("what about 42").leftover()).containsExactly("42");
  }

  @Test
  void theLongestNameWins() {
    var names =
        List.of(
            new Profile.Name(Dimension.FEATURE, "search"),
            new Profile.Name(Dimension.FEATURE, "search-beta"));

    assertThat(NamesInText.find("spend on search-beta", names).filters())
        .containsEntry(Dimension.FEATURE, "search-beta");
    assertThat(NamesInText.find("spend on search", names).filters())
        .containsEntry(Dimension.FEATURE, "search");
    assertThat(NamesInText.find("without slowing search", names).filters()).isEmpty();
  }
}
