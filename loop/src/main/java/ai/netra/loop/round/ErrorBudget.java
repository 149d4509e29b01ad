package ai.netra.loop.round;

import ai.netra.loop.deploy.Deployer.Outcome.Closed;
import ai.netra.loop.deploy.Deployment.Log;
import ai.netra.loop.record.DeployBack;
import ai.netra.loop.record.DeployDone;
import ai.netra.loop.record.DeployErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The gate over what services log as errors after a deploy: each template that the last proved
 * deployment never wrote scores; too high a sum, one critical line or an unreadable log closes it.
 */
final class ErrorBudget {

  private static final int SCORE = 5;

  private final int round;
  private final Ledger ledger;
  private final Optional<DeployBack> good;
  private int sum;
  private final List<Long> lines = new ArrayList<>();

  ErrorBudget(int round, Ledger ledger, Optional<DeployBack> good) {
    this.round = round;
    this.ledger = ledger;
    this.good = good;
  }

  /** Why the gate is closed; nothing where it stays open. */
  Optional<Closed> gate(Stage.Settled settled) {
    Optional<Closed> closed = Optional.empty();
    for (Log log : settled.logs()) {
      Optional<Closed> of = of(log, settled.allowed());
      closed = closed.isPresent() ? closed : of;
    }
    closed.ifPresent(
        it ->
            ledger.append(
                round,
                "",
                new DeployDone(false, it.reason(), it.service(), "it is stopped"),
                lines));
    return closed;
  }

  private Optional<Closed> of(Log log, int allowed) {
    return switch (log) {
      case Log.Unreadable it ->
          Optional.of(new Closed(it.service(), "its log cannot be read: " + it.why()));
      case Log.Read it -> score(it, allowed);
    };
  }

  private Optional<Closed> score(Log.Read log, int allowed) {
    List<String> fresh =
        log.templates().stream().filter(it -> !known(log.service()).contains(it)).toList();
    sum += fresh.size() * SCORE;
    lines.add(
        ledger.append(
            round,
            "",
            new DeployErrors(
                log.service(),
                fresh.size() * SCORE,
                allowed,
                log.critical(),
                log.templates(),
                fresh),
            List.of()));
    if (log.critical()) {
      return Optional.of(new Closed(log.service(), "it logged a critical error: " + fresh));
    }
    return sum > allowed
        ? Optional.of(
            new Closed(
                log.service(),
                "new errors in the logs score %d, %d is allowed: %s"
                    .formatted(sum, allowed, fresh)))
        : Optional.empty();
  }

  private List<String> known(String service) {
    return good.stream()
        .flatMap(it -> it.services().stream())
        .filter(it -> it.service().equals(service))
        .flatMap(it -> it.errors().stream())
        .toList();
  }
}
