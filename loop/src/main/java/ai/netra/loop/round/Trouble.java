package ai.netra.loop.round;

import ai.netra.loop.deploy.Deployer.Outcome.Closed;
import java.util.Optional;

/**
 * Why a round cannot end proved as it stands.
 *
 * @param otherwise how the run ends where nothing mends it
 * @param gate the deploy gate that closed, where one did
 */
record Trouble(Kind kind, Result.Stopped otherwise, Optional<Closed> gate) {

  /** What failed. */
  enum Kind {
    /** Tests of a full run are not proved. */
    TESTS,
    /** The deploy gate closed. */
    DEPLOY,
    /** A suite does not build, or its tests are not found. */
    SUITE
  }
}
