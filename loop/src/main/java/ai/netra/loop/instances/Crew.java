package ai.netra.loop.instances;

import ai.netra.loop.gateway.Fault;
import ai.netra.loop.record.Phase;
import ai.netra.loop.record.TestKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** An attempt and its own instances. Safe for use by many threads. */
final class Crew {

  private final TestKey key;
  private final String traceId;
  private final int lane;
  private final @Nullable Fault fault;
  private final CompletableFuture<Void> ended = new CompletableFuture<>();

  /** Guarded by this object's lock. */
  private final List<OwnInstance> instances = new ArrayList<>();

  private volatile Phase phase = Phase.SETUP;
  private volatile boolean open = true;

  Crew(TestKey key, String traceId, int lane, @Nullable Fault fault) {
    this.key = key;
    this.traceId = traceId;
    this.lane = lane;
    this.fault = fault;
  }

  TestKey key() {
    return key;
  }

  String traceId() {
    return traceId;
  }

  int lane() {
    return lane;
  }

  void phase(Phase next) {
    phase = next;
  }

  /** Whether its calls are refused now, and with them its orders. */
  boolean refuses() {
    return fault instanceof Fault.Refuse && phase.compareTo(fault.from()) >= 0;
  }

  /** What is done to the answers to such orders, if something is. */
  Optional<Fault.Change> change(String service, String action) {
    return fault instanceof Fault.Mutant mutant
            && phase.compareTo(mutant.from()) >= 0
            && mutant.spot().isOfProcess(service, action)
        ? Optional.of(mutant.change())
        : Optional.empty();
  }

  boolean isOpen() {
    return open;
  }

  /** Takes new instances, unless the attempt is over. */
  synchronized boolean add(List<OwnInstance> made) {
    if (open) {
      instances.addAll(made);
    }
    return open;
  }

  /** The instance of this name. */
  synchronized OwnInstance instance(String name) {
    return instances.stream()
        .filter(it -> it.instance().name().equals(name))
        .findFirst()
        .orElseThrow(() -> new Refusal(404, "the attempt has no instance '" + name + "'"));
  }

  /** Takes no more; all that there are. */
  synchronized List<OwnInstance> close() {
    open = false;
    return List.copyOf(instances);
  }

  /** Completes when all its instances have ended, with what went wrong there. */
  CompletableFuture<Void> ended() {
    return ended;
  }
}
