package ai.netra.loop.round;

import ai.netra.loop.round.RoundState.Auditing;
import ai.netra.loop.round.RoundState.AwaitingApproval;
import ai.netra.loop.round.RoundState.Committing;
import ai.netra.loop.round.RoundState.Diagnosing;
import ai.netra.loop.round.RoundState.Finished;
import ai.netra.loop.round.RoundState.Fixing;
import java.util.Optional;

/** Mends nothing: what is not proved ends the run as it stands. */
final class VerdictOnly implements Mending {

  @Override
  public RoundState diagnose(Diagnosing state, int round) {
    return new Finished(state.trouble().otherwise());
  }

  @Override
  public RoundState fix(Fixing state, int round) {
    throw new IllegalStateException("nothing was diagnosed");
  }

  @Override
  public RoundState audit(Auditing state, int round) {
    throw new IllegalStateException("nothing was fixed");
  }

  @Override
  public Optional<String> approvalFor(StableCandidate stable) {
    throw new IllegalStateException("nothing was fixed");
  }

  @Override
  public RoundState await(AwaitingApproval state, int round) {
    throw new IllegalStateException("nobody was asked");
  }

  @Override
  public void commit(Committing state, int round) {
    throw new IllegalStateException("nothing was fixed");
  }

  @Override
  public void interrupt() {}
}
