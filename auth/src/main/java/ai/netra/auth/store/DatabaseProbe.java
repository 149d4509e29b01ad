package ai.netra.auth.store;

import ai.netra.auth.service.HealthChecks;
import ai.netra.contract.health.Health.Check;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the database for one row. */
final class DatabaseProbe implements HealthChecks.Probe {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseProbe.class);

  private final Store store;

  DatabaseProbe(Store store) {
    this.store = store;
  }

  @Override
  public String name() {
    return "database";
  }

  @Override
  public Check check() {
    long begun = System.nanoTime();
    try {
      store.read(sql -> sql.sql("SELECT seq FROM feed_head").query(Long.class).single());
    } catch (StoreFailure e) {
      LOG.atWarn().setCause(e).log("database check failed");
      return new Check("failed", null, null);
    }
    return new Check("ok", (System.nanoTime() - begun) / 1e6, null);
  }
}
