package ai.netra.backend.service;

import java.util.List;

/**
 * Tells the log line of the request, message or run at hand what was written. The edge and the runs
 * bind {@link #CURRENT}; the store carries it over to its writer and keeps only what was committed,
 * so call {@link #stored} within the unit of work that writes.
 */
public final class Receipts {

  /** The receipt of what this thread is doing. */
  public static final ScopedValue<Receipt> CURRENT = ScopedValue.newInstance();

  private Receipts() {}

  /** Notes a write; background work without a receipt tells nobody. */
  public static void stored(String entity, String id, String operation) {
    if (CURRENT.isBound()) {
      CURRENT.get().add(new Receipt.Stored(entity, id, operation));
    }
  }

  /** Hands over what was committed elsewhere in this thread's name. */
  public static void merge(Receipt into, List<Receipt.Stored> stored) {
    stored.forEach(into::add);
  }
}
