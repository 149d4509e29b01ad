package ai.netra.loop.cli;

import ai.netra.loop.record.Attempt;
import ai.netra.loop.record.Canary;
import ai.netra.loop.record.Mode;
import ai.netra.loop.record.Verdict;

/** What both progress views say of a pass. */
final class PassWords {

  private PassWords() {}

  static String of(int run, Mode mode) {
    return switch (mode) {
      case VERDICT -> "full run " + run;
      case CONTROL -> "controls";
      case MUTANT -> "mutants";
      case EXPERIMENT -> "experiment";
    };
  }

  static String of(Verdict verdict) {
    return "full run %d: %d of %d proved; canaries %s"
        .formatted(
            verdict.run(),
            verdict.counts().proved(),
            verdict.counts().inventory(),
            verdict.canariesRight() ? "rang" : "were silent: " + verdict.canaries());
  }

  static boolean isCanary(Attempt attempt) {
    return Canary.of(attempt.key().test()).isPresent();
  }
}
