package ai.netra.backend.store;

import ai.netra.backend.service.HealthProbe;
import ai.netra.backend.service.Refused;
import ai.netra.contract.health.Health.Check;

/** Whether the database answers a read. */
final class DatabaseProbe implements HealthProbe {

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
    long begin = System.nanoTime();
    try {
      store.read(
          transaction ->
              transaction.sql().sql("select count(*) from store_facts").query(Long.class).single());
    } catch (Refused e) {
      return new Check("failed", null, null);
    }
    return new Check("ok", (System.nanoTime() - begin) / 1_000_000.0, null);
  }
}
