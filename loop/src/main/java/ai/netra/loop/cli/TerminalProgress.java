package ai.netra.loop.cli;

import ai.netra.loop.record.Attempt;
import ai.netra.loop.record.Attempt.Status;
import ai.netra.loop.record.Mode;
import ai.netra.loop.record.Verdict;
import ai.netra.loop.round.RoundListener;
import java.io.PrintStream;

/**
 * Live progress on a terminal: the state and the pass under way in one line that is written anew,
 * what is finished or wrong above it.
 */
final class TerminalProgress implements RoundListener {

  private static final int BAR = 24;
  private static final int COLUMNS = 100;

  private final PrintStream out;
  private final Style style;

  /** Guarded by this, like all below. */
  private String state = "";

  private String label = "";
  private int tests;
  private int ended;
  private int red;

  TerminalProgress(PrintStream out, Style style) {
    this.out = out;
    this.style = style;
  }

  @Override
  public synchronized void moved(String to, String reason) {
    state = to;
    label = "";
    above(style.bold(to) + (reason.isEmpty() ? "" : ": " + reason));
  }

  @Override
  public synchronized void note(String text) {
    above("note: " + text);
  }

  @Override
  public synchronized void pass(int run, Mode mode, int count) {
    label = PassWords.of(run, mode);
    tests = count;
    ended = 0;
    red = 0;
    redraw("");
  }

  @Override
  public synchronized void attempt(Attempt attempt) {
    if (PassWords.isCanary(attempt)) {
      return;
    }
    ended++;
    if (attempt.status() != Status.PASSED && attempt.key().mode() == Mode.VERDICT) {
      red++;
      above("  " + style.red(attempt.status().name()) + " " + attempt.key().test());
    }
    redraw("lane " + attempt.lane() + ": " + attempt.key().test());
  }

  @Override
  public synchronized void verdict(Verdict verdict) {
    label = "";
    boolean good = verdict.counts().allProved() && verdict.canariesRight();
    above(good ? style.green(PassWords.of(verdict)) : style.red(PassWords.of(verdict)));
  }

  private void above(String line) {
    out.print("\r\u001b[K" + line + System.lineSeparator());
    redraw("");
  }

  private void redraw(String detail) {
    if (!label.isEmpty()) {
      int filled = tests == 0 ? BAR : BAR * Math.min(ended, tests) / tests;
      String bar = "█".repeat(filled) + "░".repeat(BAR - filled);
      String line =
          "%s %s %s %d/%d%s  %s"
              .formatted(
                  state,
                  label,
                  bar,
                  ended,
                  tests,
                  red == 0 ? "" : ", " + red + " not green",
                  detail);
      out.print("\r\u001b[K" + (line.length() > COLUMNS ? line.substring(0, COLUMNS) : line));
    }
    out.flush();
  }
}
