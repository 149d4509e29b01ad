package ai.netra.backend.runs;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.backend.runs.Lineup.Unfinished;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineupTest {

  @Test
  void whoCanStartAtOnceDoesNotWait() {
    Lineup lineup = Lineup.of(List.of(queued(1, 1), queued(2, 2)), 5);

    assertThat(lineup.waiting()).isEmpty();
    assertThat(lineup.position(2)).isZero();
  }

  @Test
  void runsOfAThreadWaitForEachOther() {
    Lineup lineup = Lineup.of(List.of(running(1, 1), queued(2, 1), queued(3, 1)), 5);

    assertThat(lineup.waiting()).containsExactly(2L, 3L);
    assertThat(lineup.position(2)).isZero();
    assertThat(lineup.position(3)).isEqualTo(1);
  }

  @Test
  void anotherThreadPassesARunThatWaitsForItsThread() {
    Lineup lineup = Lineup.of(List.of(running(1, 1), queued(2, 1), queued(3, 2)), 5);

    assertThat(lineup.waiting()).containsExactly(2L);
  }

  @Test
  void beyondThePlacesEveryoneWaitsInOrder() {
    List<Unfinished> runs =
        List.of(running(1, 1), running(2, 2), queued(3, 3), queued(4, 4), queued(5, 5));

    assertThat(Lineup.of(runs, 2).waiting()).containsExactly(3L, 4L, 5L);
    assertThat(Lineup.of(runs, 2).position(5)).isEqualTo(2);
  }

  @Test
  void itIsTheSameBeforeAndAfterAFreePlaceIsTaken() {
    Lineup before = Lineup.of(List.of(queued(1, 1), queued(2, 1)), 5);
    Lineup after = Lineup.of(List.of(running(1, 1), queued(2, 1)), 5);

    assertThat(before).isEqualTo(after);
  }

  private static Unfinished running(long run, long thread) {
    return new Unfinished(run, thread, true);
  }

  private static Unfinished queued(long run, long thread) {
    return new Unfinished(run, thread, false);
  }
}
