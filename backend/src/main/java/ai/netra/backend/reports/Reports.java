package ai.netra.backend.reports;

import ai.netra.backend.identity.UserKey;
import ai.netra.backend.store.Store;

/** Keeps the reports of runs. */
public interface Reports {

  /**
   * Keeps a report in the transaction that ends its run. The same report is kept once.
   *
   * @param id as the body has it
   * @param body the report object as JSON; it is never changed
   */
  void keep(Store.Transaction transaction, Owner owner, String id, String body);

  /** Whether a report that is shown is this user's. */
  boolean has(Store.Transaction read, UserKey user, String id);

  /** Whose it is, and what it came from. */
  record Owner(UserKey user, long threadKey, long runKey) {}
}
