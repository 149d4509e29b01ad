package ai.netra.loop.round;

import ai.netra.loop.record.Candidate;
import ai.netra.loop.record.Stability;

/**
 * A candidate that was deployed on the target and tested there as exactly the tree that is
 * committed. It cannot be made from a stability that was not passed, or of another tree.
 */
record StableCandidate(Candidate candidate, Stability stability) {

  StableCandidate {
    if (!stability.passed() || !stability.tree().equals(candidate.tree())) {
      throw new IllegalArgumentException(
          "stable candidate: tree %s must have passed, got %s"
              .formatted(candidate.tree(), stability));
    }
  }
}
