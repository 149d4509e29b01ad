package ai.netra.loop.diagnosis;

import ai.netra.loop.proof.Fact;
import ai.netra.loop.record.Observed;

/** Where experiments are made, apart from the target. */
public interface Laboratory {

  /**
   * Deploys a tree, runs tests against it and returns what was seen, once it is journaled. An
   * experiment that stands in the journal is not made again.
   *
   * @throws ai.netra.loop.journal.JournalFailure when the disk refuses
   */
  Fact<Observed> observe(Experiment experiment);
}
