package ai.netra.loop.source;

import ai.netra.loop.record.Smells;
import java.util.List;

/** All rules, in the order of their findings. */
final class SmellRules {

  static final List<SmellRule> ALL =
      List.of(
          new NoAssertion(),
          new OwnValues(),
          new NotNullOnly(),
          new SwallowedFailure(),
          new EarlyExit(),
          new WideStatus(),
          new MockClient(),
          new BareSleep(),
          new RetriedBody(),
          new InvertedTest());

  private SmellRules() {}

  static List<Smells.Finding> look(TestCode test) {
    return ALL.stream().flatMap(rule -> rule.look(test).stream()).distinct().toList();
  }
}
