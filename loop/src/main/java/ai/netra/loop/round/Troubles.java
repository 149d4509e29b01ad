package ai.netra.loop.round;

import ai.netra.loop.deploy.Deployer.Outcome.Closed;
import ai.netra.loop.round.RoundState.Committing;
import ai.netra.loop.round.RoundState.Deploying;
import ai.netra.loop.round.RoundState.Proving;
import ai.netra.loop.round.RoundState.Selecting;
import java.util.Optional;

/** Tells what can be looked into from what only ends a run. */
final class Troubles {

  private Troubles() {}

  /**
   * The trouble behind a stop; empty where the loop itself is what failed, or was told to stop.
   *
   * @param gate the deploy gate of this round that closed, where one did
   */
  static Optional<Trouble> of(RoundState from, Result.Stopped stopped, Optional<Closed> gate) {
    return switch (from) {
      case Deploying _ -> gate.map(it -> deploy(stopped, it));
      case Selecting _ when gate.isPresent() -> Optional.of(deploy(stopped, gate.get()));
      case Selecting _ -> noProgress(Trouble.Kind.SUITE, stopped);
      case Proving _, Committing _ -> noProgress(Trouble.Kind.TESTS, stopped);
      default -> Optional.empty();
    };
  }

  private static Trouble deploy(Result.Stopped stopped, Closed gate) {
    return new Trouble(Trouble.Kind.DEPLOY, stopped, Optional.of(gate));
  }

  private static Optional<Trouble> noProgress(Trouble.Kind kind, Result.Stopped stopped) {
    return stopped.why() == StopReason.NO_PROGRESS
        ? Optional.of(new Trouble(kind, stopped, Optional.empty()))
        : Optional.empty();
  }
}
