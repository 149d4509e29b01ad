package ai.netra.loop.cli;

import ai.netra.loop.record.Attempt;
import ai.netra.loop.record.Attempt.Status;
import ai.netra.loop.record.Mode;
import ai.netra.loop.record.Verdict;
import ai.netra.loop.round.RoundListener;
import java.io.PrintStream;
import java.util.Locale;

/** Live progress where no terminal looks on: a line for each thing that matters. */
final class PlainProgress implements RoundListener {

  private static final int PARTS_OF_A_PASS = 4;

  private final PrintStream out;

  /** Guarded by this. */
  private Pass pass = new Pass(0, Mode.VERDICT, 0, 0);

  private record Pass(int run, Mode mode, int tests, int ended) {

    Pass next() {
      return new Pass(run, mode, tests, ended + 1);
    }
  }

  PlainProgress(PrintStream out) {
    this.out = out;
  }

  @Override
  public synchronized void moved(String state, String reason) {
    print(reason.isEmpty() ? state : state + ": " + reason);
  }

  @Override
  public synchronized void note(String text) {
    print("note: " + text);
  }

  @Override
  public synchronized void pass(int run, Mode mode, int tests) {
    pass = new Pass(run, mode, tests, 0);
    print(PassWords.of(run, mode) + ": " + tests + " tests");
  }

  @Override
  public synchronized void attempt(Attempt attempt) {
    if (PassWords.isCanary(attempt)) {
      return;
    }
    pass = pass.next();
    boolean bad = attempt.status() != Status.PASSED && attempt.key().mode() == Mode.VERDICT;
    int quarter = Math.max(1, pass.tests() / PARTS_OF_A_PASS);
    if (bad) {
      String status = attempt.status().name().toLowerCase(Locale.ROOT);
      print("  " + status + " " + attempt.key().test());
    }
    if (pass.ended() % quarter == 0) {
      print("  " + pass.ended() + " of " + pass.tests());
    }
  }

  @Override
  public synchronized void verdict(Verdict verdict) {
    print(PassWords.of(verdict));
  }

  private void print(String line) {
    out.println(line);
    out.flush();
  }
}
