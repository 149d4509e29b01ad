package ai.netra.auth.store;

import java.util.List;
import java.util.function.Consumer;

/** Tells whoever serves a request what its units of work have committed. */
public final class Commits {

  private static final ScopedValue<Consumer<List<Stored>>> LISTENER = ScopedValue.newInstance();

  private Commits() {}

  /** Runs the work; every commit that it waits for is told to the listener, on this thread. */
  public static <X extends Exception> void listening(
      Consumer<List<Stored>> listener, ScopedValue.CallableOp<Void, X> work) throws X {
    ScopedValue.where(LISTENER, listener).call(work);
  }

  static void tell(List<Stored> writes) {
    if (LISTENER.isBound() && !writes.isEmpty()) {
      LISTENER.get().accept(writes);
    }
  }
}
