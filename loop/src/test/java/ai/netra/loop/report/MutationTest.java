package ai.netra.loop.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ai.netra.loop.proof.Prover.Scored;
import ai.netra.loop.report.Report.MutationScore;
import ai.netra.loop.report.Report.ScoredTest;
import ai.netra.loop.report.Report.Survivor;
import java.util.List;
import org.junit.jupiter.api.Test;

class MutationTest {

  private static final List<Scored> SCORED =
      List.of(
          scored("e2e", "buys", "changed leaf /id", true),
          scored("e2e", "buys", "doubled frame paid", false),
          scored("e2e", "sells", "changed leaf /name", true),
          scored("api", "lists", "changed leaf /data/0", false));

  @Test
  void theScoreOfASuiteIsItsKilledByItsRun() {
    assertThat(Mutation.scores(SCORED))
        .extracting(MutationScore::suite, MutationScore::run, MutationScore::killed)
        .containsExactly(tuple("e2e", 3, 2), tuple("api", 1, 0));
    assertThat(Mutation.scores(SCORED).getFirst().score()).isEqualByComparingTo("0.6667");
  }

  @Test
  void eachTestIsCountedAndEachSurvivorNamed() {
    MutationScore score = Mutation.scores(SCORED).getFirst();
    assertThat(score.tests())
        .containsExactly(
            new ScoredTest("buys", 2, 1, List.of(7L)), new ScoredTest("sells", 1, 1, List.of(7L)));
    assertThat(score.survivors())
        .containsExactly(new Survivor("buys", "doubled frame paid", List.of(7L)));
  }

  @Test
  void withoutMutantsThereIsNoScore() {
    assertThat(Mutation.scores(List.of())).isEmpty();
    assertThat(Mutation.figures(SmallRun.report().report()))
        .singleElement()
        .satisfies(it -> assertThat(it.value().text()).startsWith("no data"));
  }

  private static Scored scored(String suite, String test, String words, boolean killed) {
    return new Scored(suite, test, words, killed, List.of(7L));
  }
}
