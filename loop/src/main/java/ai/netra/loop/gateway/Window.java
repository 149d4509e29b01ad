package ai.netra.loop.gateway;

import ai.netra.loop.record.Phase;
import ai.netra.loop.record.TestKey;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * An attempt as the gateway sees it: its phase, what is done to its calls, and which of them are
 * not recorded yet. Safe for use by many threads.
 */
final class Window {

  private final TestKey key;
  private final String traceId;
  private final int lane;
  private final @Nullable Fault fault;
  private final Set<Call> open = ConcurrentHashMap.newKeySet();
  private volatile Phase phase = Phase.SETUP;

  Window(TestKey key, String traceId, int lane, @Nullable Fault fault) {
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

  Phase phase() {
    return phase;
  }

  /** Goes on to a phase; where calls are refused from it on, those that are open are cut. */
  void phase(Phase next) {
    phase = next;
    if (refuses()) {
      cut("refuse");
    }
  }

  /** Whether calls are refused now. */
  boolean refuses() {
    return fault instanceof Fault.Refuse && isActiveIn(phase);
  }

  /** Whether the answers to what began in this phase are dropped. */
  boolean drops(Phase began) {
    return fault instanceof Fault.Drop && isActiveIn(began);
  }

  /** What is done to the answer to a call that began in this phase. */
  Optional<Fault.Change> change(Phase began, String service, Calls.Asked asked) {
    return fault instanceof Fault.Mutant mutant
            && isActiveIn(began)
            && mutant.spot().isOf(service, asked.method(), asked.path())
        ? Optional.of(mutant.change())
        : Optional.empty();
  }

  private boolean isActiveIn(Phase at) {
    return fault != null && at.compareTo(fault.from()) >= 0;
  }

  /** A call began. To be added before it is asked whether it is refused. */
  void add(Call call) {
    open.add(call);
  }

  /** A call is on record. */
  void remove(Call call) {
    open.remove(call);
  }

  boolean isRecorded() {
    return open.isEmpty();
  }

  /** Whether nothing is open that passed there. */
  boolean isRecorded(Gateway.Own own) {
    return open.stream().noneMatch(call -> own.equals(call.origin().place().site().own()));
  }

  /** Ends the connections of all open calls at once; a fault's name spares those of services. */
  void cut(@Nullable String faultName) {
    open.stream()
        .filter(call -> faultName == null || call.isOfTest())
        .forEach(call -> call.cut(faultName));
  }
}
