package ai.netra.loop.suite;

import ai.netra.loop.project.SuiteSpec;

/** Where suites come from. */
public final class Suites {

  private Suites() {}

  /**
   * Builds a suite's sources and opens it.
   *
   * @param spec the suite, its references resolved but for {@code ${tests}} and {@code ${report}}
   * @throws SuiteFailure when the build fails or the kind is not known
   */
  public static Suite open(SuiteSpec spec, SuiteContext context) {
    return switch (spec.kind()) {
      case "junit" -> JunitSuite.open(spec, context);
      case "command" -> CommandSuite.open(spec, context);
      default ->
          throw new SuiteFailure(
              "suites."
                  + spec.name()
                  + ".kind: junit or command is required, got '"
                  + spec.kind()
                  + "'");
    };
  }
}
