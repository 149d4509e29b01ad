package ai.netra.loop.round;

import ai.netra.loop.round.RoundState.Auditing;
import ai.netra.loop.round.RoundState.AwaitingApproval;
import ai.netra.loop.round.RoundState.Committing;
import ai.netra.loop.round.RoundState.Diagnosing;
import ai.netra.loop.round.RoundState.Fixing;
import java.util.Optional;

/**
 * What a round does about a tree that is not proved; each step journals before it returns, in lines
 * of the round with this number.
 */
interface Mending {

  /** Looks into the next cluster, and turns to what may mend it; ends where nothing is left. */
  RoundState diagnose(Diagnosing state, int round);

  /** Lets fixers try until one makes a candidate. */
  RoundState fix(Fixing state, int round);

  /** Judges a candidate by what it changes. */
  RoundState audit(Auditing state, int round);

  /** What a person must be asked for before this is committed; empty for nothing. */
  Optional<String> approvalFor(StableCandidate stable);

  /** Waits for a person, up to the declared time. */
  RoundState await(AwaitingApproval state, int round);

  /** Commits a stable candidate; where that stands already, nothing is done again. */
  void commit(Committing state, int round);

  /** Ends what waits or works, from any thread. */
  void interrupt();
}
