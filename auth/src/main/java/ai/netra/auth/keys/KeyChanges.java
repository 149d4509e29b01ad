package ai.netra.auth.keys;

import ai.netra.auth.store.Store.Transaction;

/** Tells those who keep copies of the published keys, in the transaction that changes them. */
@FunctionalInterface
public interface KeyChanges {

  void keysChanged(Transaction transaction);
}
