package ai.netra.loop.diagnosis;

import ai.netra.loop.diagnosis.Searching.Surroundings;
import ai.netra.loop.record.Cluster.Kind;
import ai.netra.loop.record.Culprit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Rules that name what happened inside. Each asks for a symptom and for a change that fit each
 * other; where none decides the mechanism stays unknown.
 */
final class Mechanisms {

  private Mechanisms() {}

  static Optional<Mechanism> of(Scene scene, Surroundings around) {
    if (scene.symptom().isOfTests()) {
      return ofTests(scene);
    }
    if (!scene.changed().isEmpty()) {
      return KeyRules.of(scene);
    }
    List<Function<Scene, Optional<Mechanism>>> rules =
        List.of(
            RouteRules::missingRoute,
            DataRules::nameMismatch,
            RefusalRules::misleadingError,
            RefusalRules::trust,
            RouteRules::startOrder,
            RefusalRules::wrongClaims,
            it -> new CopyRule(around).of(it),
            RouteRules::protocol,
            DataRules::formatMismatch);
    return rules.stream().flatMap(it -> it.apply(scene).stream()).findFirst();
  }

  private static Optional<Mechanism> ofTests(Scene scene) {
    boolean found = scene.found().result().culprit().found() == Culprit.Found.COMMIT;
    boolean stale = scene.reason().contains("stale");
    if (scene.symptom().cluster().kind() == Kind.UNPROVEN || wasNotRun(scene) || stale) {
      return found
          ? scene.decided(
              "vacuous-test",
              "the test proves nothing as it is written",
              "a part of its proof is not there, though it passed")
          : Optional.empty();
    }
    boolean broken =
        scene.symptom().cluster().kind() == Kind.SUITE
            || scene.symptom().failures().stream().allMatch(it -> it.outcome().equals("error"));
    return broken
        ? scene.decided(
            "broken-suite",
            "the suite's own code cannot run as it is: " + Messages.sentence(scene.reason()),
            "with the suite's files of before it runs")
        : Optional.empty();
  }

  /** Found by the text alone. */
  private static boolean wasNotRun(Scene scene) {
    return scene.found().blame().entry().failed().runs() == 0
        && !scene.symptom().failures().isEmpty();
  }
}
