package ai.netra.backend.agents;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.backend.usage.Dimension;
import ai.netra.backend.usage.Profile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What-ifs in the words of a question. */
class SuppositionsTest {

  @TempDir static Path folder;
  private static KnownNames names;

  @BeforeAll
  static void open() throws Exception {
    try (OpenAgents agents = OpenAgents.in(folder)) {
      names =
          new KnownNames(
              agents.catalogues().current(),
              List.of(
                  new Profile.Name(Dimension.FEATURE, "Chat"),
                  new Profile.Name(Dimension.FEATURE, "search")));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "What if usage grows by 50 %? | {\"type\":\"growth\",\"ratio\":0.50}",
        "What if traffic increases by 1,000 percent | {\"type\":\"growth\",\"ratio\":10.00}",
        "What if requests fall, I mean traffic falls by 20% | {\"type\":\"growth\",\"ratio\":-0.20}",
        "What if usage doubles? | {\"type\":\"growth\",\"ratio\":1}",
        "What if we swap acme/premium for acme/small? | {\"type\":\"swap\",\"from\":\"acme/premium\",\"to\":\"acme/small\",\"feature\":null}",
        "What if we move chat from premium to acme/small | {\"type\":\"swap\",\"from\":\"acme/premium\",\"to\":\"acme/small\",\"feature\":\"Chat\"}",
        "What if we move chat to `acme/small`? | {\"type\":\"swap\",\"from\":null,\"to\":\"acme/small\",\"feature\":\"Chat\"}",
        "What if the price of acme/premium falls by 25 %? | {\"type\":\"price\",\"model\":\"acme/premium\",\"factor\":0.75}",
        "What if acme/premium becomes 10 % more expensive | {\"type\":\"price\",\"model\":\"acme/premium\",\"factor\":1.10}",
        "What if the price of bravo/large halves | {\"type\":\"price\",\"model\":\"bravo/large\",\"factor\":0.5}",
        "What if search must answer under 800 ms? | {\"type\":\"slo\",\"feature\":\"search\",\"p95_ms\":800}",
        "What if everything is below 2 s | {\"type\":\"slo\",\"feature\":null,\"p95_ms\":2000}",
        "What if quality must be at least 90 % | {\"type\":\"floor\",\"class\":null,\"floor\":0.90}",
        "What if we cached answers for an hour? | {\"type\":\"ttl\",\"seconds\":3600}",
        "What if the cache keeps answers 5 minutes | {\"type\":\"ttl\",\"seconds\":300}",
        "What if we drop the feature search? | {\"type\":\"drop\",\"feature\":\"search\"}"
      })
  void aChangeIsHeard(String question, String change) {
    Suppositions heard = read(question);

    assertThat(heard.changes()).hasSize(1);
    assertThat(new Results().write(heard.changes().getFirst().change())).isEqualTo(change);
    assertThat(heard.notUnderstood()).isEmpty();
    assertThat(new Lexicon().read(NamesInText.normalise(question)).intent())
        .isEqualTo(Intent.SIMULATE);
  }

  @Test
  void aChainKeepsTheOrderOfItsWords() {
    Suppositions heard =
        read("what if we drop search, usage grows by 30 % and we move chat to acme/small");

    assertThat(heard.changes())
        .extracting(each -> each.change().getClass().getSimpleName())
        .containsExactly("Drop", "Growth", "Swap");
    assertThat(heard.changes())
        .extracting(Supposition::words)
        .containsExactly("drop search", "usage grows by 30 %", "move chat to acme/small");
  }

  @Test
  void onlyGrowthStaysInTheQuestionForTheTargetThatNeedsIt() {
    assertThat(read("what if usage grows by 30 % and we drop search").rest())
        .isEqualTo("what if usage grows by 30 % and we");
    assertThat(read("what if usage drops by 30 %").rest()).isEqualTo("what if");
  }

  @ParameterizedTest
  @CsvSource({
    "what if we swap acme/premium for nobody/none, swap acme/premium for nobody/none",
    "what if we drop the newsletter, drop the newsletter",
    "what if we cached answers for 2 hours, cached answers for 2 hours",
    "what if the price of acme/premium falls by 100 %, the price of acme/premium falls by 100 %"
  })
  void whatHasNoReadingIsToldAndChangesNothing(String question, String words) {
    Suppositions heard = read(question);

    assertThat(heard.changes()).isEmpty();
    assertThat(heard.notUnderstood()).hasSize(1);
    assertThat(words).endsWith(heard.notUnderstood().getFirst());
  }

  private static Suppositions read(String question) {
    return Suppositions.read(NamesInText.normalise(question), names);
  }
}
