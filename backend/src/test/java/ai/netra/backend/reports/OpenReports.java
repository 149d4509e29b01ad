package ai.netra.backend.reports;

import ai.netra.backend.store.Store;
import java.time.Clock;

/** Opens the room for tests of other rooms. */
public final class OpenReports {

  private OpenReports() {}

  public static Reports over(Store store, Clock clock) {
    return new JdbcReports(store, clock);
  }
}
