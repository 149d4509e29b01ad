package ai.netra.loop.source;

import ai.netra.loop.record.Smells;
import java.util.List;

/** No assertion can be reached from the test. */
record NoAssertion() implements SmellRule {

  @Override
  public String name() {
    return "no-assertion";
  }

  @Override
  public List<Smells.Finding> look(TestCode test) {
    if (!test.checksReached().isEmpty() || test.mayCheckElsewhere()) {
      return List.of();
    }
    Code code = test.test();
    return List.of(
        test.fatal(
            name(), code, code.declaration(), "no assertion can be reached from " + code.name()));
  }
}
