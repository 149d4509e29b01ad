package ai.netra.backend.agents;

import ai.netra.backend.agents.Strategy.Concern;
import ai.netra.backend.agents.Strategy.Move;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Evaluates strategies alone and together. Together they are applied greedily to what is left: the
 * one that saves most first, by ties the one of fewer hours, then by id, so that no result depends
 * on the order in which strategies are known.
 */
final class Optimiser {

  private static final Logger LOG = LoggerFactory.getLogger(Optimiser.class);
  private static final BigDecimal LEAST_MONTHLY = BigDecimal.TEN;
  private static final BigDecimal LEAST_SHARE = new BigDecimal("0.005");
  private static final BigDecimal FULL_ROWS = BigDecimal.valueOf(1_000);

  private final List<Strategy> strategies;

  Optimiser(List<Strategy> strategies) {
    this.strategies = List.copyOf(strategies);
  }

  /** Everything that is advised of some traffic. */
  record Advice(List<Evaluated> evaluated, List<NotApplicable> notApplicable, Portfolio portfolio) {

    Advice {
      evaluated = List.copyOf(evaluated);
      notApplicable = List.copyOf(notApplicable);
    }
  }

  /** A strategy alone: computed, or the reason why not. */
  sealed interface Alone {

    /** Computed. */
    record Computed(Evaluated evaluated) implements Alone {}

    /** Not computed. */
    record Not(NotApplicable why) implements Alone {}
  }

  Advice advise(Scene scene) {
    List<Evaluated> evaluated = new ArrayList<>();
    List<NotApplicable> not = new ArrayList<>();
    for (Strategy strategy : inOrder()) {
      switch (alone(strategy, scene)) {
        case Alone.Computed(Evaluated value) -> evaluated.add(value);
        case Alone.Not(NotApplicable why) -> not.add(why);
      }
    }
    return new Advice(evaluated, not, together(scene, evaluated));
  }

  List<Strategy> inOrder() {
    return strategies.stream().sorted(Comparator.comparing(Strategy::id)).toList();
  }

  /** What one saves of all the traffic; one that breaks is told, and the others go on. */
  Alone alone(Strategy strategy, Scene scene) {
    try {
      return computed(strategy, scene);
    } catch (RuntimeException e) {
      LOG.atError()
          .addKeyValue("strategy", strategy.id().name())
          .setCause(e)
          .log("a strategy could not be computed");
      return new Alone.Not(
          new NotApplicable(strategy.id(), "computing it failed", BigDecimal.ZERO));
    }
  }

  private static Alone computed(Strategy strategy, Scene scene) {
    Ground ground = scene.ground();
    Concern concern = strategy.concern(scene.cube(), ground);
    if (ground.constraints().excluded().contains(strategy.id())) {
      return not(strategy, "you excluded it", concern.spend());
    }
    if (!concern.lacks().isEmpty()) {
      return not(strategy, concern.lacks(), concern.spend());
    }
    Move move = strategy.choose(scene.cube(), ground);
    BigDecimal before = scene.cost();
    Range saving =
        Range.of(level -> before.subtract(move.apply(scene.cube(), level).cost(ground.prices())));
    return new Alone.Computed(
        new Evaluated(
            strategy.id(),
            saving,
            worthTelling(saving.expected(), scene),
            concern.spend(),
            confidence(concern, scene.cube()),
            strategy.assumptions()));
  }

  private static Alone not(Strategy strategy, String reason, BigDecimal spend) {
    return new Alone.Not(new NotApplicable(strategy.id(), reason, spend));
  }

  private static boolean worthTelling(BigDecimal saving, Scene scene) {
    BigDecimal monthly = scene.ground().monthly(saving);
    BigDecimal least =
        LEAST_MONTHLY.max(scene.ground().monthly(scene.cost()).multiply(LEAST_SHARE));
    return monthly.compareTo(least) >= 0;
  }

  private static BigDecimal confidence(Concern concern, Cube cube) {
    BigDecimal supported = Ratios.of(concern.supported(), concern.spend());
    BigDecimal rows = Ratios.of(cube.rows().min(FULL_ROWS), FULL_ROWS);
    return supported.multiply(rows).multiply(concern.basis());
  }

  private Portfolio together(Scene scene, List<Evaluated> evaluated) {
    List<Strategy> open =
        new ArrayList<>(inOrder().stream().filter(strategy -> worth(strategy, evaluated)).toList());
    Map<Level, Cube> left = new EnumMap<>(Level.class);
    for (Level level : Level.values()) {
      left.put(level, scene.cube());
    }
    List<Portfolio.Applied> applied = new ArrayList<>();
    for (Optional<Step> next = best(open, left, scene.ground());
        next.isPresent();
        next = best(open, left, scene.ground())) {
      Step step = next.get();
      left.replaceAll((level, cube) -> step.move().apply(cube, level));
      Range after = Range.of(level -> cost(left, level, scene.ground()));
      applied.add(new Portfolio.Applied(step.strategy().id(), after, step.move().settings()));
      open.remove(step.strategy());
    }
    return new Portfolio(scene.cost(), applied);
  }

  private static boolean worth(Strategy strategy, List<Evaluated> evaluated) {
    return evaluated.stream().anyMatch(each -> each.id() == strategy.id() && each.worthTelling());
  }

  private record Step(Strategy strategy, Move move, BigDecimal saving) {

    static final Comparator<Step> BEST =
        Comparator.comparing(Step::saving)
            .reversed()
            .thenComparingInt(step -> step.strategy().id().hours())
            .thenComparing(step -> step.strategy().id());
  }

  private static Optional<Step> best(List<Strategy> open, Map<Level, Cube> left, Ground ground) {
    BigDecimal now = cost(left, Level.EXPECTED, ground);
    Cube residual = cube(left, Level.EXPECTED);
    return open.stream()
        .map(strategy -> step(strategy, residual, now, ground))
        .filter(step -> step.saving().signum() > 0)
        .min(Step.BEST);
  }

  private static Step step(Strategy strategy, Cube residual, BigDecimal now, Ground ground) {
    Move move = strategy.choose(residual, ground);
    BigDecimal after = move.apply(residual, Level.EXPECTED).cost(ground.prices());
    return new Step(strategy, move, now.subtract(after));
  }

  private static BigDecimal cost(Map<Level, Cube> left, Level level, Ground ground) {
    return cube(left, level).cost(ground.prices());
  }

  private static Cube cube(Map<Level, Cube> left, Level level) {
    Cube cube = left.get(level);
    if (cube == null) {
      throw new IllegalStateException("level " + level + ": without a cube");
    }
    return cube;
  }
}
