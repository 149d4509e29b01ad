package ai.netra.backend.threads;

import ai.netra.backend.events.Events;
import ai.netra.backend.service.Ids;
import ai.netra.backend.service.Repeating;
import ai.netra.backend.store.JobLease;
import ai.netra.backend.store.Store;
import ai.netra.contract.plan.Plan;
import ai.netra.contract.plan.Plans;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The objects of threads and messages. */
@Configuration(proxyBeanMethods = false)
class ThreadsConfiguration {

  private static final Duration PURGE = Duration.ofMinutes(10);

  @Bean
  ThreadAllowance threadAllowance(Plan defaultPlan, Plans plans) {
    return new ThreadAllowance(defaultPlan, plans.shown());
  }

  @Bean
  JdbcThreadLog threadLog(Events events, ThreadAllowance allowance, Ids ids, Clock clock) {
    return new JdbcThreadLog(events, allowance, ids, clock);
  }

  @Bean
  JdbcThreads threads(
      Store store,
      JdbcThreadLog log,
      ThreadAllowance allowance,
      ObjectProvider<ThreadWork> work,
      Clock clock) {
    return new JdbcThreads(store, log, allowance, work::getObject, clock);
  }

  @Bean
  ThreadController threadController(Threads threads) {
    return new ThreadController(threads);
  }

  @Bean
  MessageController messageController(Threads threads) {
    return new MessageController(threads);
  }

  @Bean
  Repeating threadPurge(Store store, Ids ids, Clock clock) {
    ThreadPurge purge = new ThreadPurge(store, new JobLease(store, ids.next("node_")), clock);
    return Repeating.every(PURGE, "thread-purge", purge::run);
  }
}
