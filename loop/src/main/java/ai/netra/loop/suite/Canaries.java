package ai.netra.loop.suite;

import ai.netra.loop.record.Canary;
import ai.netra.loop.record.Smells;
import ai.netra.loop.source.TestSources;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The probe's three tests by which the loop sees that its alarms ring. */
final class Canaries {

  private static final String PACKAGE = "ai.netra.probe.canary.";

  private Canaries() {}

  /** What the launcher calls a canary. */
  static String uniqueId(Canary canary) {
    return "[engine:junit-jupiter]/[class:" + type(canary) + "]/[method:" + method(canary) + "()]";
  }

  /** The tests with the canaries spread among them: after a quarter, a half, three quarters. */
  static List<TestStart> among(List<TestStart> tests, Function<Canary, TestStart> starter) {
    List<TestStart> all = new ArrayList<>(tests);
    Canary[] canaries = Canary.values();
    for (int i = canaries.length - 1; i >= 0; i--) {
      all.add(tests.size() * (i + 1) / (canaries.length + 1), starter.apply(canaries[i]));
    }
    return all;
  }

  static Smells smells(String suite, Canary canary, TestSources sources) {
    String closure = sources.place(type(canary), method(canary)).closure();
    return new Smells(
        suite,
        canary.testId(),
        closure,
        sources.catalogue(),
        sources.smells(type(canary), method(canary)));
  }

  private static String type(Canary canary) {
    return switch (canary) {
      case PASSES -> PACKAGE + "PassingCanary";
      case SWALLOWS -> PACKAGE + "SwallowingCanary";
      case FAILS -> PACKAGE + "FailingCanary";
    };
  }

  private static String method(Canary canary) {
    return switch (canary) {
      case PASSES -> "passesWithoutInputOrOutput";
      case SWALLOWS -> "swallowsItsException";
      case FAILS -> "fails";
    };
  }
}
