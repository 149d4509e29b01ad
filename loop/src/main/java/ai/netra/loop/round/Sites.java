package ai.netra.loop.round;

import ai.netra.loop.deploy.Deployer.Outcome.Closed;
import ai.netra.loop.proof.Fact;
import ai.netra.loop.proof.Standing;
import ai.netra.loop.record.Order;
import ai.netra.loop.record.RoundStarted;
import ai.netra.loop.record.RunStarted;
import ai.netra.loop.round.RoundState.Stabilising;
import java.util.List;
import java.util.Optional;

/**
 * The sites of a run's rounds, one open at a time. Belongs to the round's thread, but for {@link
 * #cut}.
 */
final class Sites implements AutoCloseable {

  /** The number of the first round. */
  static final int FIRST = 1;

  private final Stages stages;
  private final RunStarted started;
  private final Ledger ledger;
  private final RoundListener listener;
  private int number;
  private Optional<Closed> closedGate = Optional.empty();

  /** Guards the two fields below. */
  private final Object lock = new Object();

  private Optional<Site> open = Optional.empty();
  private Optional<String> cut = Optional.empty();

  Sites(Stages stages, RunStarted started, Ledger ledger, RoundListener listener) {
    this.stages = stages;
    this.started = started;
    this.ledger = ledger;
    this.listener = listener;
    this.number = FIRST + ledger.count(RoundStarted.class);
  }

  /** The number of the round. */
  int number() {
    return number;
  }

  /** The number of the next full run. */
  int nextRun() {
    return ledger.facts().stream()
            .map(Fact::entry)
            .mapToInt(it -> it instanceof Order order ? order.run() : 0)
            .max()
            .orElse(0)
        + 1;
  }

  /** The site of the tree that the run stands on. */
  Site site() {
    synchronized (lock) {
      Site site = open.orElseGet(() -> opened(Standing.tree(ledger.facts(), Fact::entry)));
      open = Optional.of(site);
      cut.ifPresent(it -> site.passes().cut(it));
      return site;
    }
  }

  private Site opened(String tree) {
    return new Site(number, stages.of(number, tree), started, ledger, listener);
  }

  /** Begins a round on a candidate. */
  Site begin(Stabilising state) {
    leave();
    number++;
    String tree = state.candidate().tree();
    ledger.append(number, "", new RoundStarted(tree, state.candidate().cluster()), List.of());
    closedGate = Optional.empty();
    return site();
  }

  /** Ends what runs on the target. */
  void leave() {
    Optional<Site> left;
    synchronized (lock) {
      left = open;
      open = Optional.empty();
    }
    left.ifPresent(Site::close);
  }

  /** The gate of this round that closed last. */
  Optional<Closed> closedGate() {
    return closedGate;
  }

  /** Remembers why the deploy gate is closed. */
  void closed(Closed gate) {
    closedGate = Optional.of(gate);
  }

  /** Ends the passes under way, and all that follow. From any thread. */
  void cut(String reason) {
    synchronized (lock) {
      cut = cut.or(() -> Optional.of(reason));
      open.ifPresent(it -> it.passes().cut(reason));
    }
  }

  /** That the disk is full; empty where it is not, or nothing is open that would see it. */
  Optional<String> fullDisk() {
    synchronized (lock) {
      return open.flatMap(it -> it.stage().fullDisk());
    }
  }

  @Override
  public void close() {
    leave();
  }
}
