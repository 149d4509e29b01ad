package ai.netra.loop.record;

/** What an attempt was made for. */
public enum Mode {
  /** The run that counts: nothing is disturbed. */
  VERDICT,
  /** Part 5: the calls of the phase that part 3 names are refused; the test must turn red. */
  CONTROL,
  /** Part 6: answers on the last route are changed; the test must notice. */
  MUTANT,
  /** Aside, for the diagnosis of a failure: it counts for no verdict. */
  EXPERIMENT
}
