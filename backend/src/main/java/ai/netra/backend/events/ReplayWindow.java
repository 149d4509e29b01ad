package ai.netra.backend.events;

import ai.netra.backend.events.Events.Replay;
import ai.netra.backend.identity.UserKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far back a replay goes.
 *
 * @param age the oldest event that is replayed
 * @param frames the most events that are replayed
 */
record ReplayWindow(Duration age, long frames) {

  /** Ids that a reply can name; the events of the others are found by the list of runs. */
  private static final int MAX_MISSING_RUNS = 1000;

  Replay replay(JdbcClient sql, UserKey user, @Nullable Long place, Clock clock) {
    Instant oldest = clock.instant().minus(age);
    long floor = Math.max(0, EventRows.end(sql, user) - frames);
    if (place == null) {
      return new Replay(EventRows.lastBefore(sql, user, floor, oldest), false, List.of());
    }
    long edge = EventRows.lastBefore(sql, user, Math.max(floor, place), oldest);
    if (edge <= place) {
      return new Replay(place, false, List.of());
    }
    List<String> missing = EventRows.runsBetween(sql, user, place, edge, MAX_MISSING_RUNS);
    return new Replay(edge, true, missing);
  }
}
