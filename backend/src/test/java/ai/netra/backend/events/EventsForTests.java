package ai.netra.backend.events;

import ai.netra.backend.store.Store;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;

/** The real log for tests of the rooms above it. */
public final class EventsForTests {

  private EventsForTests() {}

  public static Events over(Store store, Clock clock) {
    Cursors cursors = new Cursors(store.secret("cursor_key", new SecureRandom()));
    return new JdbcEvents(store, clock, cursors, new ReplayWindow(Duration.ofHours(24), 10_000));
  }
}
