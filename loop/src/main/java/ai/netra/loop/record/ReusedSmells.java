package ai.netra.loop.record;

/**
 * What an earlier run found in the sources of a test, copied so that this run's folder is enough.
 * It holds as long as the sources that the test reaches and the rules are what they were.
 *
 * @param run the run that looked
 * @param hash the hash of the line in that run's journal
 * @param uses how many runs in a row took it over, this one included
 */
public record ReusedSmells(String run, String hash, int uses, Smells smells) implements Entry {

  /** The same, taken over once more. */
  public ReusedSmells again() {
    return new ReusedSmells(run, hash, uses + 1, smells);
  }
}
