package ai.netra.backend.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The last committed events of a user whom somebody on this node listens to, without gaps, so that
 * many readers of one stream cost one look at the database. It never says that there is nothing
 * more: who has read all of it asks the database. Safe for many threads.
 */
final class Tail {

  private static final int MOST_EVENTS = 512;
  private static final int MOST_CHARACTERS = 1 << 20;

  private final List<StoredEvent> events = new ArrayList<>(); // guarded by this
  private int characters; // guarded by this

  /**
   * Takes events in that were just committed; where one before them is not here, they begin anew.
   */
  synchronized void add(List<StoredEvent> committed) {
    for (StoredEvent event : committed) {
      if (!events.isEmpty() && event.userSeq() != events.getLast().userSeq() + 1) {
        events.clear();
        characters = 0;
      }
      events.add(event);
      characters += event.data().length();
    }
    int least = Math.max(0, events.size() - MOST_EVENTS);
    int dropped = 0;
    while (dropped < least || characters > MOST_CHARACTERS) {
      characters -= events.get(dropped++).data().length();
    }
    events.subList(0, dropped).clear();
  }

  /** The events after a place, at least one, or nothing where the next one is not here. */
  synchronized Optional<List<StoredEvent>> after(long userSeq, int limit) {
    if (events.isEmpty()
        || userSeq < events.getFirst().userSeq() - 1
        || userSeq >= events.getLast().userSeq()) {
      return Optional.empty();
    }
    int from = Math.toIntExact(userSeq + 1 - events.getFirst().userSeq());
    return Optional.of(List.copyOf(events.subList(from, Math.min(events.size(), from + limit))));
  }
}
