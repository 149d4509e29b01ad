package ai.netra.loop.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a proof that an earlier run showed, copied with the records it rests on, so that this
 * run's folder is enough to derive it again. It is a fact about the test: whether it still holds
 * here, the proof decides from {@link Origin}.
 *
 * @param part the number of the part: 5, the control, or 6, a mutant
 * @param mutant what was changed in the attempt; null for a control
 * @param attempt the attempt that showed it
 * @param exchanges the exchanges of that attempt that it rests on; their bodies stay in the run
 *     that they were recorded in, their hashes are here
 */
public record Reused(
    int part,
    String suite,
    String test,
    Origin origin,
    @Nullable Mutant mutant,
    Attempt attempt,
    List<Exchange> exchanges)
    implements Entry {

  /** How often in a row a part may be taken over before it is shown anew. */
  public static final int MOST_USES = 10;

  /** Raised when what a control or a mutant does to a test, or how it is read, changes. */
  public static final int CATALOGUE = 1;

  /**
   * Where it comes from, and what it held for.
   *
   * @param run the run that showed it
   * @param hash the hash of the line of the attempt in that run's journal
   * @param uses how many runs in a row took it over, this one included
   * @param closure the hash of the test's sources
   * @param shape the hash of routes, statuses and JSON keys of the test's exchanges
   * @param catalogue {@link #CATALOGUE} as it was
   */
  public record Origin(
      String run, String hash, int uses, String tree, String closure, String shape, int catalogue) {

    Origin again() {
      return new Origin(run, hash, uses + 1, tree, closure, shape, catalogue);
    }
  }

  public Reused {
    exchanges = List.copyOf(exchanges);
  }

  /** The same, taken over once more. */
  public Reused again() {
    return new Reused(part, suite, test, origin.again(), mutant, attempt, exchanges);
  }
}
