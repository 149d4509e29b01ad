package ai.netra.loop.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.diagnosis.CulpritSearch.Found;
import ai.netra.loop.diagnosis.CulpritSearch.Range;
import ai.netra.loop.diagnosis.Trials.Colour;
import java.util.Arrays;
import java.util.BitSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** Searches over simulated ranges, seeded, so that each run of the test is the same. */
class CulpritSearchTest {

  private static final int RANGES = 2_000;

  /** A range of changes of which one, or none, brought a failure in. */
  private static final class Simulated implements Range {

    private final RandomGenerator random;
    private final int size;
    private final int culprit;
    private final double chanceRed;
    private final double shows;
    private final BitSet built = new BitSet();
    private final BitSet broken = new BitSet();
    private final BitSet mixed = new BitSet();

    Simulated(long seed, int size, double chanceRed, double shows) {
      this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      this.size = size;
      this.culprit = random.nextInt(size);
      this.chanceRed = chanceRed;
      this.shows = shows;
    }

    @Override
    public Colour look(String purpose, int tree) {
      if (tree >= 0 && tree < size - 1) {
        built.set(tree);
      }
      if (tree >= 0 && broken.get(tree)) {
        return Colour.UNRESOLVED;
      }
      boolean red = random.nextDouble() < (tree >= culprit ? shows : chanceRed);
      if (red != (tree >= culprit)) {
        mixed.set(0);
      }
      return red ? Colour.RED : Colour.GREEN;
    }

    @Override
    public double cost(int tree) {
      return tree < 0 || tree == size - 1 || built.get(tree) ? 0.3 : 1;
    }

    @Override
    public boolean differs(int tree) {
      return true;
    }

    @Override
    public int pairs(int culprit, int before) {
      return mixed.isEmpty() ? 2 : 4;
    }

    Found find(int turns) {
      double[] weights = new double[size];
      Arrays.fill(weights, 1);
      CulpritSearch search = new CulpritSearch(weights, this);
      for (int i = 0; i < turns; i++) {
        search.saw(-1, look("blame", -1) == Colour.RED);
        search.saw(size - 1, look("blame", size - 1) == Colour.RED);
      }
      return search.find();
    }

    boolean isRight(Found found) {
      return found.verified() && found.from() == culprit && found.to() == culprit;
    }
  }

  @Test
  void failuresByChanceDoNotMisleadTheSearchAndCostFewBuilds() {
    int right = 0;
    long builds = 0;
    long bisection = 0;
    for (int seed = 0; seed < RANGES; seed++) {
      int size = 1 + seed % 32;
      Simulated range = new Simulated(seed, size, 0.3 * (seed % 7) / 6, 1);
      right += range.isRight(range.find(3)) ? 1 : 0;
      builds += range.built.cardinality();
      bisection += Integer.SIZE - Integer.numberOfLeadingZeros(size - 1);
    }
    System.out.printf(
        "right in %d of %d ranges, %d builds where bisection needs %d%n",
        right, RANGES, builds, bisection);
    assertThat(right).isGreaterThanOrEqualTo(RANGES * 97 / 100);
    assertThat(builds).isLessThanOrEqualTo(bisection * 3 / 2);
  }

  @Test
  void aFaultThatShowsOneTimeInThreeIsFoundAndHardlyEverTheWrongOne() {
    int right = 0;
    int wrong = 0;
    for (int seed = 0; seed < 200; seed++) {
      Simulated range = new Simulated(seed, 16, 0, 1.0 / 3);
      Found found = range.find(15);
      right += range.isRight(found) ? 1 : 0;
      wrong += found.verified() && !range.isRight(found) ? 1 : 0;
    }
    System.out.printf("one in three: right %d, wrong %d of 200%n", right, wrong);
    assertThat(right).isGreaterThanOrEqualTo(180);
    assertThat(wrong).isLessThanOrEqualTo(4);
  }

  @Test
  void treesThatDoNotBuildMakeARange() {
    Simulated range = new Simulated(4, 8, 0, 1);
    range.broken.set(0, 7);
    Found found = range.find(3);
    assertThat(found.from()).isZero();
    assertThat(found.to()).isEqualTo(7);
    assertThat(found.verified()).isTrue();
  }

  @Test
  void oneBrokenTreeJoinsTheTwoChangesAroundIt() {
    for (int seed = 0; seed < 50; seed++) {
      Simulated range = new Simulated(seed, 8, 0, 1);
      range.broken.set(3);
      Found found = range.find(3);
      assertThat(range.culprit).isBetween(found.from(), found.to());
      assertThat(found.to() - found.from()).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void aFailureThatBaseHasAsWellHasNoCulprit() {
    CulpritSearch search = new CulpritSearch(new double[] {1, 1, 1, 1}, new AlwaysRed());
    for (int i = 0; i < 3; i++) {
      search.saw(-1, true);
      search.saw(3, true);
    }
    assertThat(search.find().isNone()).isTrue();
  }

  private record AlwaysRed() implements Range {

    @Override
    public Colour look(String purpose, int tree) {
      return Colour.RED;
    }

    @Override
    public double cost(int tree) {
      return 1;
    }

    @Override
    public boolean differs(int tree) {
      return true;
    }

    @Override
    public int pairs(int culprit, int before) {
      return 2;
    }
  }
}
