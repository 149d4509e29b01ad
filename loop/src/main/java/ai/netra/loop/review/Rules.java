package ai.netra.loop.review;

import ai.netra.loop.record.AuditScore.Finding;
import java.util.ArrayList;
import java.util.List;

/** All rules that need no execution, in the order of their names. */
final class Rules {

  /** Changes with every rule, so that scores of two versions are not compared. */
  static final String VERSION = "1";

  static final List<Rule> ALL =
      List.of(
          new TestRemoved(),
          new AssertionWeakened(),
          new TestSkipped(),
          new MockAdded(),
          new PatienceAdded(),
          new FailureSwallowed(),
          new OutcomesWidened(),
          new TestsToldApart(),
          new SettingsTouched(),
          new FactDuplicated(),
          new Cloned(),
          new FrozenGrown(),
          new LeftBehind(),
          new SecretWritten(),
          new ProtectionWeakened(),
          new DependencyAdded(),
          new PathsLeft(),
          new Untied(),
          new FallbackAdded());

  private Rules() {}

  /** What all of them find, each within its cap. */
  static List<Finding> look(Material material) {
    return look(ALL, material);
  }

  /** What those find that can judge a tree by itself. */
  static List<Finding> lookAtTree(Material material) {
    return look(ALL.stream().filter(Rule::judgesTrees).toList(), material);
  }

  private static List<Finding> look(List<Rule> rules, Material material) {
    List<Finding> findings = new ArrayList<>();
    rules.forEach(rule -> findings.addAll(Scoring.capped(rule.look(material), rule.cap())));
    return findings;
  }
}
