package ai.netra.backend.agents;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.backend.models.Catalogue;
import ai.netra.backend.models.CatalogueSettings;
import ai.netra.backend.models.OpenCatalogues;
import ai.netra.backend.store.OpenStore;
import ai.netra.backend.usage.UsageQueries.Cell;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** AG47 to AG49, AG52: what holds for any traffic. */
class OptimiserTest {

  private static final int SCENES = 300;
  private static final Path CATALOGUE = Path.of("../e2e/src/test/resources/catalogue.json");

  private final Optimiser optimiser = new Optimiser(Strategy.ALL);
  private Catalogue catalogue;

  @BeforeEach
  void read(@TempDir Path folder) throws Exception {
    try (OpenStore store = OpenStore.in(folder)) {
      catalogue =
          OpenCatalogues.of(store.store(), CatalogueSettings.of(Optional.of(CATALOGUE))).current();
    }
  }

  /** At worst a choice may cost more than it saves, so only what is expected is never negative. */
  @Test
  void ag48SavingsAreOrderedAndAtMostTheCost() {
    for (int seed = 0; seed < SCENES; seed++) {
      Scene scene = scene(seed);

      Portfolio portfolio = optimiser.advise(scene).portfolio();

      Range saving = portfolio.saving();
      assertThat(saving.expected()).as("seed " + seed).isNotNegative();
      assertThat(saving.low()).as("seed " + seed).isLessThanOrEqualTo(saving.expected());
      assertThat(saving.expected()).as("seed " + seed).isLessThanOrEqualTo(saving.high());
      assertThat(saving.high()).as("seed " + seed).isLessThanOrEqualTo(scene.cost());
    }
  }

  @Test
  void ag47MarginalSavingsAddUpToTheTotalExactly() {
    for (int seed = 0; seed < SCENES; seed++) {
      Portfolio portfolio = optimiser.advise(scene(seed)).portfolio();

      for (Level level : Level.values()) {
        BigDecimal sum =
            portfolio.marginals().stream()
                .map(range -> range.at(level))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).as("seed " + seed).isEqualByComparingTo(portfolio.saving().at(level));
      }
    }
  }

  @Test
  void ag47TheOrderOfRegistrationChangesNothing() {
    List<Strategy> shuffled = new ArrayList<>(Strategy.ALL);
    for (int seed = 0; seed < SCENES; seed++) {
      Collections.shuffle(shuffled, new Random(seed));

      assertThat(new Optimiser(shuffled).advise(scene(seed)))
          .as("seed " + seed)
          .isEqualTo(optimiser.advise(scene(seed)));
    }
  }

  @Test
  void ag48WithTheBestExcludedTheNextBestIsAdvised() {
    for (int seed = 0; seed < SCENES; seed++) {
      Scene scene = scene(seed);
      Portfolio all = optimiser.advise(scene).portfolio();
      if (all.applied().size() < 2) {
        continue;
      }
      StrategyId best = all.applied().getFirst().id();

      Ground ground = scene.ground();
      Scene without = scene.with(ground.with(ground.constraints().excluding(best)));
      Portfolio rest = optimiser.advise(without).portfolio();

      assertThat(rest.applied()).as("seed " + seed).isNotEmpty();
      assertThat(rest.marginal(best)).as("seed " + seed).isEmpty();
      assertThat(rest.saving().expected()).isLessThanOrEqualTo(all.saving().expected());
    }
  }

  @Test
  void ag49AlignedHitsAreAtMostSlidingHits() {
    for (int seed = 0; seed < SCENES; seed++) {
      Cube cube = scene(seed).cube();
      for (int ttl = 0; ttl < ResponseCache.LIFETIMES.size(); ttl++) {
        BigDecimal half = ResponseCache.repeats(cube, ttl, Level.LOW).rows();
        BigDecimal aligned = ResponseCache.repeats(cube, ttl, Level.EXPECTED).rows();
        BigDecimal sliding = ResponseCache.repeats(cube, ttl, Level.HIGH).rows();
        assertThat(half).isLessThanOrEqualTo(aligned);
        assertThat(aligned).isLessThanOrEqualTo(sliding);
      }
    }
  }

  @Test
  void ag52AWhatIfOfNoGrowthChangesNothing() {
    for (int seed = 0; seed < SCENES; seed++) {
      WhatIf same = WhatIf.of(scene(seed), List.of(new Change.Growth(BigDecimal.ZERO)), optimiser);

      assertThat(same.after().cost()).isEqualByComparingTo(same.before().cost());
      assertThat(same.after().saving()).isEqualByComparingTo(same.before().saving());
    }
  }

  @Test
  void aDroppedFeatureCostsNothingAndASwapCostsTheOtherPrice() {
    List<Cell> cells = Traffic.random(7);
    Scene scene = Traffic.scene(catalogue, Constraints.NONE, cells);
    Scene dropped = new Change.Drop("feature-0").apply(scene);
    Scene swapped = new Change.Swap("acme/premium", "acme/small", null).apply(scene);

    assertThat(dropped.cube().parts()).noneMatch(part -> "feature-0".equals(part.cell().feature()));
    assertThat(swapped.cube().parts()).noneMatch(part -> part.model().equals("acme/premium"));
    assertThat(swapped.cost()).isLessThanOrEqualTo(scene.cost());
  }

  @Test
  void ag54ReturnsEqualTheExamples() {
    Roi quick = Roi.of(24, new BigDecimal("100"), new BigDecimal("1200"));
    Roi slow = Roi.of(24, new BigDecimal("100"), new BigDecimal("170.45"));

    assertThat(RoiTool.months(quick.paybackMonths().orElseThrow())).isEqualTo("2.0 months");
    assertThat(quick.yearly()).isEqualByComparingTo("5");
    assertThat(RoiTool.months(slow.paybackMonths().orElseThrow())).isEqualTo("14.1 months");
    assertThat(slow.yearly()).isBetween(new BigDecimal("-0.1478"), new BigDecimal("-0.1477"));
  }

  @Test
  void growthMakesTheSameTargetNeedMore() {
    Constraints both =
        new Constraints(
            List.of(
                new Constraints.Target.Saving(new BigDecimal("0.20")),
                new Constraints.Target.Growth(new BigDecimal("0.30"))),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            false,
            List.of(),
            List.of());

    assertThat(GoalCheck.needed(both, BigDecimal.TEN).orElseThrow())
        .isBetween(new BigDecimal("0.3846"), new BigDecimal("0.3847"));
  }

  private Scene scene(int seed) {
    return Traffic.scene(catalogue, Constraints.NONE, Traffic.random(seed));
  }
}
