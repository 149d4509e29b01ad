package ai.netra.backend.threads;

import ai.netra.backend.events.Events;
import ai.netra.backend.service.Ids;
import ai.netra.backend.store.Store;
import ai.netra.contract.plan.Plans;
import java.time.Clock;
import java.util.function.Supplier;

/** The real threads for tests of the rooms above. */
public record ThreadsForTests(Threads threads, ThreadLog log) {

  public static ThreadsForTests over(
      Store store, Events events, Clock clock, Ids ids, Supplier<ThreadWork> work) {
    Plans plans = Plans.read();
    ThreadAllowance allowance = new ThreadAllowance(plans.named("developer"), plans.shown());
    JdbcThreadLog log = new JdbcThreadLog(events, allowance, ids, clock);
    return new ThreadsForTests(new JdbcThreads(store, log, allowance, work, clock), log);
  }
}
