package ai.netra.loop.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.diagnosis.Trials.Colour;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Delta debugging over numbered pieces: eight make a file, 32 a folder. */
class ReductionTest {

  private static final List<Function<Integer, ?>> LEVELS = List.of(it -> it / 32, it -> it / 8);

  private static List<Integer> pieces(int size) {
    return IntStream.range(0, size).boxed().toList();
  }

  @Test
  void oneCauseIsFoundInFewRuns() {
    for (int size = 1; size <= 128; size++) {
      for (int cause = 0; cause < size; cause += 1 + size / 9) {
        int wanted = cause;
        Reduction<Integer> reduction =
            new Reduction<>(it -> it.contains(wanted) ? Colour.GREEN : Colour.RED);
        assertThat(reduction.of(pieces(size), 0, LEVELS)).contains(List.of(cause));
        double most = 4 * Math.log(size) / Math.log(2) + 8;
        assertThat(reduction.tried()).isLessThanOrEqualTo((int) most);
      }
    }
  }

  @Test
  void aSuspectThatIsTheCauseTakesOneRun() {
    Reduction<Integer> reduction =
        new Reduction<>(it -> it.contains(0) ? Colour.GREEN : Colour.RED);
    assertThat(reduction.of(pieces(100), 1, LEVELS)).contains(List.of(0));
    assertThat(reduction.tried()).isOne();
  }

  @Test
  void nothingCanBeLeftOutOfWhatIsFound() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
    for (int round = 0; round < 300; round++) {
      int size = 2 + random.nextInt(60);
      Set<Integer> causes = new TreeSet<>();
      int count = 1 + random.nextInt(4);
      random.ints(count, 0, size).forEach(causes::add);
      int unbuildable = random.nextInt(size - 1);
      Reduction.Without<Integer> look = it -> seen(it, causes, unbuildable);
      List<Integer> found = new Reduction<>(look).of(pieces(size), 0, LEVELS).orElseThrow();
      assertThat(look.look(found)).isEqualTo(Colour.GREEN);
      for (Integer piece : found) {
        List<Integer> less = found.stream().filter(it -> !it.equals(piece)).toList();
        assertThat(less.isEmpty() ? Colour.RED : look.look(less)).isNotEqualTo(Colour.GREEN);
      }
    }
  }

  /** Gone without all causes; a piece does not come off without the one after it. */
  private static Colour seen(List<Integer> pieces, Set<Integer> causes, int unbuildable) {
    if (pieces.contains(unbuildable)
        && !pieces.contains(unbuildable + 1)
        && !causes.contains(unbuildable)) {
      return Colour.UNRESOLVED;
    }
    return pieces.containsAll(causes) ? Colour.GREEN : Colour.RED;
  }

  @Test
  void aFailureThatStaysWithoutAllPiecesHasNoSmallestSet() {
    assertThat(new Reduction<Integer>(_ -> Colour.UNRESOLVED).of(pieces(9), 2, LEVELS)).isEmpty();
    assertThat(new Reduction<Integer>(_ -> Colour.RED).of(List.of(), 0, LEVELS)).isEmpty();
  }
}
