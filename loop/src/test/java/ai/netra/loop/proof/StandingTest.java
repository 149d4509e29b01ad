package ai.netra.loop.proof;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.record.Blame.Rate;
import ai.netra.loop.record.Cluster;
import ai.netra.loop.record.DeployDone;
import ai.netra.loop.record.Entry;
import ai.netra.loop.record.RoundStarted;
import ai.netra.loop.record.RunStarted;
import ai.netra.loop.record.Stability;
import ai.netra.loop.record.Transition;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class StandingTest {

  private static final Entry START =
      new RunStarted(1, "run", "shop", "local", "t1", "main", false, "00", 2, List.of(), Map.of());
  private static final Entry FIRST = deployed("first");
  private static final Entry AGAIN = new RoundStarted("t2", "c1");
  private static final Entry SECOND = deployed("second");

  @Test
  void whatIsTriedWhileAFailureIsDiagnosedDoesNotStand() {
    Entry into = new Transition("Proving", "Diagnosing", "");
    Entry cluster = new Cluster("c1", Cluster.Kind.TEST, "f", "red", List.of());
    Entry out = new Transition("Fixing", "Finished(no-progress)", "");
    assertThat(of(START, FIRST, into, cluster, deployed("aside"), out, SECOND))
        .containsExactly(START, FIRST, into, out, SECOND);
  }

  @Test
  void aRoundBeginsWithNothingButTheRun() {
    assertThat(of(START, FIRST, AGAIN, SECOND)).containsExactly(START, AGAIN, SECOND);
    assertThat(tree(START, FIRST, AGAIN, SECOND)).isEqualTo("t2");
  }

  @Test
  void aRefusedCandidateLeavesWhatStoodBeforeIt() {
    assertThat(of(START, FIRST, AGAIN, SECOND, stable(false)))
        .containsExactly(START, FIRST, stable(false));
    assertThat(tree(START, FIRST, AGAIN, SECOND, stable(false))).isEqualTo("t1");
  }

  @Test
  void aStableCandidateStandsAndWhatWasBeforeItDoesNot() {
    assertThat(of(START, FIRST, AGAIN, SECOND, stable(true)))
        .containsExactly(START, AGAIN, SECOND, stable(true));
  }

  @Test
  void aCandidateThatWasBegunTwiceAndRefusedLeavesWhatStoodBeforeTheFirstTime() {
    assertThat(of(START, FIRST, AGAIN, deployed("cut"), AGAIN, SECOND, stable(false)))
        .containsExactly(START, FIRST, stable(false));
  }

  private static Stability stable(boolean passed) {
    return new Stability("c1", "t2", new Rate(0, 10), List.of(), passed, "");
  }

  private static Entry deployed(String reason) {
    return new DeployDone(true, reason, null, null);
  }

  private static List<Entry> of(Entry... lines) {
    return Standing.of(List.of(lines), Function.identity());
  }

  private static String tree(Entry... lines) {
    return Standing.tree(List.of(lines), Function.identity());
  }
}
