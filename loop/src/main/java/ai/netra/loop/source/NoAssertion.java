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
    boolean checks =
        test.possible().stream()
            .anyMatch(code -> !test.checksIn(code.declaration(), code.type()).isEmpty());
    return checks
        ? List.of()
        : List.of(
            test.fatal(
                name(),
                test.test(),
                test.test().declaration(),
                "no assertion can be reached from " + test.test().name()));
  }
}
