package ai.netra.loop.diagnosis;

import ai.netra.loop.record.Blame;
import ai.netra.loop.record.Blame.Rate;
import ai.netra.loop.record.Blame.Word;
import java.util.Optional;

/** Tells new failures from flaky ones and from those that base has too. */
final class Blaming {

  static final String PURPOSE = "blame";

  private static final int TURNS = 3;

  /** The target itself has shown once what a deploy or a suite does. */
  private static final int TURNS_WITHOUT_TESTS = 1;

  /** More runs than these say nothing of a failure that was never seen again. */
  private static final int MOST_UNSEEN = 10;

  private static final int MOST_RUNS = 60;

  /** The ends of a 95 % interval: known within a factor of two where they differ by four. */
  private static final double NORMAL_95 = 1.96;

  private static final double FACTOR = 4;

  /** A base that is green so often by chance is none. */
  private static final double CHANCE = 0.05;

  private final Trials trials;
  private final Optional<String> base;

  Blaming(Trials trials, Optional<String> base) {
    this.trials = trials;
    this.base = base;
  }

  /** Looks at the failed tree and at base in turn, until the word is known. */
  Blame of() {
    int turns = trials.withoutTests() ? TURNS_WITHOUT_TESTS : TURNS;
    for (int turn = 0; turn < turns; turn++) {
      turn();
    }
    while (isOpen(failed())) {
      turn();
    }
    return new Blame(trials.cluster().id(), word(), base.orElse(""), failed(), onBase());
  }

  private void turn() {
    trials.look(PURPOSE, trials.failed());
    base.ifPresent(it -> trials.look(PURPOSE, it));
  }

  private Rate failed() {
    return trials.rate(trials.failed());
  }

  private Rate onBase() {
    return base.map(trials::rate).orElse(new Rate(0, 0));
  }

  /** A sequential test: whether the share of red runs is not yet known within a factor of two. */
  private boolean isOpen(Rate rate) {
    int made = rate.runs() + onBase().runs();
    if (rate.runs() == 0 || rate.red() == rate.runs() || made >= MOST_RUNS) {
      return false;
    }
    return rate.red() == 0 ? rate.runs() < MOST_UNSEEN : !isKnown(rate);
  }

  /** Wilson's interval for a share. */
  static boolean isKnown(Rate rate) {
    double n = rate.runs();
    double share = rate.red() / n;
    double z = NORMAL_95 * NORMAL_95 / n;
    double middle = share + z / 2;
    double half = NORMAL_95 * Math.sqrt(share * (1 - share) / n + z / (4 * n));
    return middle + half <= FACTOR * (middle - half);
  }

  private Word word() {
    Rate failed = failed();
    if (failed.runs() == 0) {
      return Word.UNKNOWN;
    }
    if (failed.red() < failed.runs()) {
      return Word.FLAKY;
    }
    Rate onBase = onBase();
    if (onBase.runs() == 0) {
      return Word.UNKNOWN;
    }
    return onBase.red() == 0 ? Word.NEW : Word.ALREADY_RED;
  }

  /** Whether the failed tree is red more often than chance makes of base. */
  static boolean isWorse(Blame blame) {
    Rate failed = blame.failed();
    Rate onBase = blame.onBase();
    if (failed.red() == 0 || onBase.runs() == 0 || onBase.red() > 0) {
      return false;
    }
    double green = 1 - (double) failed.red() / failed.runs();
    return Math.pow(green, onBase.runs()) <= CHANCE;
  }
}
