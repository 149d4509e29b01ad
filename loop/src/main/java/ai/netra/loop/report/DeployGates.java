package ai.netra.loop.report;

import ai.netra.loop.record.DeployAttested;
import ai.netra.loop.record.DeployBack;
import ai.netra.loop.record.DeployDone;
import ai.netra.loop.record.DeployErrors;
import ai.netra.loop.record.DeployIntent;
import ai.netra.loop.record.Entry;
import ai.netra.loop.record.Order;
import ai.netra.loop.record.RoundStarted;
import ai.netra.loop.record.RunContinued;
import ai.netra.loop.record.RunFinished;
import ai.netra.loop.record.Stability;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Derives the deploy gates of a run again: an open one takes an attestation of every service that
 * was started for it, and a run whose gate closed made no progress only if it went back.
 */
final class DeployGates {

  private static final String NO_PROGRESS = "no-progress";

  private final List<DeployIntent> intended = new ArrayList<>();
  private final List<DeployAttested> attested = new ArrayList<>();
  private int score;
  private boolean tooMany;
  private boolean closed;
  private boolean goingBack;
  private boolean wentBack;

  /** What this record claims otherwise than those before it give. */
  Optional<String> see(Entry entry) {
    if (entry instanceof RunContinued
        || entry instanceof RoundStarted
        || entry instanceof Stability) {
      forget();
    }
    if (entry instanceof DeployIntent it) {
      intended.add(it);
    }
    if (entry instanceof DeployAttested it) {
      attested.add(it);
    }
    if (entry instanceof DeployErrors it) {
      score += it.score();
      tooMany |= it.critical() || score > it.allowed();
    }
    if (entry instanceof Order && tooMany) {
      return Optional.of("tests were run, though new errors in the logs had closed the deploy");
    }
    goingBack |= entry instanceof DeployBack;
    if (entry instanceof DeployDone it) {
      return gate(it);
    }
    return entry instanceof RunFinished it ? end(it) : Optional.empty();
  }

  /** A loop that ended left no deployment, and a round begins with none: deployed is anew. */
  private void forget() {
    intended.clear();
    attested.clear();
    closed = false;
    goingBack = false;
    wentBack = false;
    score = 0;
    tooMany = false;
  }

  private Optional<String> gate(DeployDone gate) {
    closed |= !gate.open();
    tooMany &= gate.open();
    wentBack |= goingBack && gate.open();
    Optional<String> gap =
        gate.open()
            ? intended.stream().filter(it -> !isAttested(it)).map(DeployIntent::service).findFirst()
            : Optional.empty();
    intended.clear();
    attested.clear();
    return gap.map(service -> "the gate is open, but service " + service + " was not attested");
  }

  private boolean isAttested(DeployIntent intent) {
    return attested.stream()
        .filter(it -> it.service().equals(intent.service()))
        .filter(it -> it.deploy().equals(intent.deploy()))
        .filter(it -> it.build().equals(intent.build()))
        .anyMatch(it -> it.reported().isEmpty() || it.reported().equals(it.build()));
  }

  private Optional<String> end(RunFinished finished) {
    return closed && !wentBack && finished.reason().equals(NO_PROGRESS)
        ? Optional.of(
            "the deploy was closed and nothing was gone back to, but the run ended no-progress")
        : Optional.empty();
  }
}
