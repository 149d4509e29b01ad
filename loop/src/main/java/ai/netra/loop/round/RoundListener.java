package ai.netra.loop.round;

import ai.netra.loop.record.Attempt;
import ai.netra.loop.record.Mode;
import ai.netra.loop.record.Verdict;

/** Sees a round while it goes on; called after what it sees is journaled, from any thread. */
public interface RoundListener {

  /** The round is in another state now. */
  void moved(String state, String reason);

  /** Something that people should know. */
  void note(String text);

  /** So many tests are run now, in the {@code run}th full run, for this. */
  void pass(int run, Mode mode, int tests);

  /** An attempt ended. */
  void attempt(Attempt attempt);

  /** A full run has its verdict. */
  void verdict(Verdict verdict);
}
