package ai.netra.backend.events;

import ai.netra.backend.service.Ids;
import ai.netra.backend.service.Limits;
import ai.netra.backend.service.Repeating;
import ai.netra.backend.store.JobLease;
import ai.netra.backend.store.Store;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The objects of the event log. */
@Configuration(proxyBeanMethods = false)
class EventsConfiguration {

  private static final Duration RETENTION = Duration.ofMinutes(10);

  /** What a lost hint costs. */
  private static final Duration POLL = Duration.ofSeconds(1);

  @Bean
  JdbcEvents events(Store store, Limits limits, Clock clock) {
    Cursors cursors = new Cursors(store.secret("cursor_key", new SecureRandom()));
    ReplayWindow window =
        new ReplayWindow(Duration.ofHours(limits.replayWindowHours()), limits.replayWindowFrames());
    return new JdbcEvents(store, clock, cursors, window);
  }

  @Bean
  EventController eventController(Events events) {
    return new EventController(events);
  }

  @Bean
  Repeating hintPoll(JdbcEvents events) {
    return Repeating.every(POLL, "hint-poll", events::poll);
  }

  @Bean
  Repeating eventRetention(Store store, Ids ids, Clock clock) {
    JobLease lease = new JobLease(store, ids.next("node_"));
    EventRetention retention = new EventRetention(store, lease, clock);
    return Repeating.every(RETENTION, "event-retention", retention::run);
  }
}
