package ai.netra.backend.events;

import ai.netra.backend.events.Events.Replay;
import ai.netra.backend.events.Events.Subscription;
import ai.netra.backend.identity.Caller;
import ai.netra.backend.identity.UserKey;
import ai.netra.backend.service.Fields;
import ai.netra.backend.service.Query;
import ai.netra.contract.run.FramePage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The route of the event log. */
@RestController
final class EventController {

  private final Events events;

  EventController(Events events) {
    this.events = events;
  }

  @GetMapping("/api/events")
  FramePage events(Caller caller, Query query) throws InterruptedException {
    Fields fields = query.fields();
    String after = fields.optionalText("after", 1, 128);
    int limit = (int) fields.integer("limit", 1, 1000, 200);
    Duration wait = Duration.ofSeconds(fields.integer("wait_seconds", 0, 25, 0));
    Optional<Long> place = after == null ? Optional.empty() : events.place(caller.user(), after);
    if (after != null && place.isEmpty()) {
      fields.violation("after", "a cursor of yours, not ahead of your stream", after);
    }
    fields.check();
    return page(caller.user(), place.orElse(null), limit, wait);
  }

  private FramePage page(UserKey user, @Nullable Long place, int limit, Duration wait)
      throws InterruptedException {
    Replay replay = events.replay(user, place);
    List<StoredEvent> found = await(user, replay.from(), limit + 1, wait);
    boolean more = found.size() > limit;
    List<StoredEvent> shown = more ? found.subList(0, limit) : found;
    long end = shown.isEmpty() ? replay.from() : shown.getLast().userSeq();
    return new FramePage(
        shown.stream().map(event -> events.frame(user, event)).toList(),
        events.cursor(user, end),
        replay.gap(),
        more);
  }

  private List<StoredEvent> await(UserKey user, long from, int limit, Duration wait)
      throws InterruptedException {
    long until = System.nanoTime() + wait.toNanos();
    Semaphore changed = new Semaphore(0);
    try (Subscription _ = events.subscribe(user, changed::release)) {
      List<StoredEvent> found = events.after(user, from, limit);
      while (found.isEmpty() && System.nanoTime() < until) {
        boolean _ = changed.tryAcquire(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        found = events.after(user, from, limit);
      }
      return found;
    }
  }
}
