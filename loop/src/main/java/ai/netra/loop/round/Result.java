package ai.netra.loop.round;

import ai.netra.loop.record.Counts;

/** The two ends of a run; there is no third. */
public sealed interface Result {

  /** A target of processes is empty after every run. */
  String NOTHING_RUNS = "nothing of the run is left running";

  /** The verdict and the reason of a run that proved every test. */
  String PROVED = "proved";

  int exit();

  /** {@code proved} or {@code stopped}. */
  String verdict();

  /** {@code proved}, or the label of the stop reason. */
  String reason();

  /** The reason in a sentence. */
  String sentence();

  /** What the target was left in. */
  default String leftIn() {
    return NOTHING_RUNS;
  }

  /** Every test of the inventory is proved; it cannot be made from any other counts. */
  record Proved(Counts counts, int consecutive) implements Result {

    public Proved {
      if (!counts.allProved()) {
        throw new IllegalArgumentException("proved: every test of N must be, got " + counts);
      }
    }

    @Override
    public int exit() {
      return 0;
    }

    @Override
    public String verdict() {
      return PROVED;
    }

    @Override
    public String reason() {
      return PROVED;
    }

    @Override
    public String sentence() {
      return "%d of %d tests are proved in %d full runs in a row"
          .formatted(counts.proved(), counts.inventory(), consecutive);
    }
  }

  /** A truthful reason. */
  record Stopped(StopReason why, String sentence, String leftIn) implements Result {

    @Override
    public int exit() {
      return why.exit();
    }

    @Override
    public String verdict() {
      return "stopped";
    }

    @Override
    public String reason() {
      return why.label();
    }
  }
}
