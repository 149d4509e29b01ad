package ai.netra.backend.store;

import ai.netra.backend.service.Receipt;
import ai.netra.backend.service.Receipts;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A unit on its way through the writer. Its result is given out after the commit of its group. */
final class PendingUnit<T> {

  private final Store.Unit<T> unit;
  private final @Nullable Receipt caller;
  private final Receipt written = new Receipt();
  private final CompletableFuture<T> done = new CompletableFuture<>();
  private List<Runnable> afterCommit = List.of();
  private @Nullable T result;

  PendingUnit(Store.Unit<T> unit) {
    this.unit = unit;
    this.caller = Receipts.CURRENT.isBound() ? Receipts.CURRENT.get() : null;
  }

  CompletableFuture<T> done() {
    return done;
  }

  /** On the writer's thread, within the unit's savepoint. */
  void run(SqliteTransaction transaction) {
    ScopedValue.where(Receipts.CURRENT, written).run(() -> result = unit.run(transaction));
    afterCommit = List.copyOf(transaction.actions());
  }

  /** The group is committed: what was written is told before the caller goes on. */
  List<Runnable> committed() {
    if (caller != null) {
      Receipts.merge(caller, written.stored());
    }
    done.complete(result);
    return afterCommit;
  }

  void failed(Throwable reason) {
    done.completeExceptionally(reason);
  }
}
