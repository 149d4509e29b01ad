package ai.netra.backend.edge;

import ai.netra.backend.events.Events;
import ai.netra.backend.events.NewEvent;
import ai.netra.backend.events.StoredEvent;
import ai.netra.backend.identity.UserKey;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a user's events to one reader: first what a replay asks for, as fast as the reader drains,
 * then what commits, in order. A hint makes it look; what it reads is the truth. Safe for many
 * threads: whoever holds the lock reads.
 */
final class EventPump implements Events.Listener, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EventPump.class);
  private static final int BATCH = 200;

  /** Where events go. */
  interface Reader {

    /** A stored event, in order. */
    void stored(StoredEvent event);

    /** An event that is not stored. */
    void told(NewEvent event, Instant at);

    /** Waits until there is room; false when nobody reads any more. */
    boolean awaitRoom() throws InterruptedException;
  }

  private final Events events;
  private final UserKey user;
  private final Reader reader;
  private final ExecutorService threads;
  private final ReentrantLock reading = new ReentrantLock();
  private final AtomicBoolean asked = new AtomicBoolean();
  private Events.@Nullable Subscription subscription; // guarded by reading
  private long place; // guarded by reading
  private volatile boolean flowing;
  private volatile boolean closed;

  EventPump(Events events, UserKey user, Reader reader, ExecutorService threads) {
    this.events = events;
    this.user = user;
    this.reader = reader;
    this.threads = threads;
  }

  /**
   * Stands at the end of the stream. Nothing is handed over, whatever is hinted at meanwhile, until
   * {@link #flow} or a replay: what must come first is said in between.
   */
  long begin() {
    reading.lock();
    try {
      subscription = events.subscribe(user, this);
      place = events.end(user);
      return place;
    } finally {
      reading.unlock();
    }
  }

  /**
   * Replays what follows a place up to the end as it is now, then tells, then goes on live. Live
   * events wait meanwhile.
   *
   * @param told gets the number of events and the place from which live begins
   */
  void replay(long from, Told told) throws InterruptedException {
    reading.lock();
    try {
      long end = events.end(user);
      place = from;
      int replayed = 0;
      while (place < end && reader.awaitRoom()) {
        List<StoredEvent> batch = events.after(user, place, BATCH);
        if (batch.isEmpty()) {
          break;
        }
        replayed += hand(batch, end);
      }
      told.at(replayed, place);
    } finally {
      reading.unlock();
    }
    flow();
  }

  /** Lets events flow from here on, and looks for those that came meanwhile. */
  void flow() {
    flowing = true;
    changed();
  }

  /** Runs an action while no event flows, then goes on. */
  void paused(Action action) throws InterruptedException {
    reading.lock();
    try {
      action.at(place);
    } finally {
      reading.unlock();
    }
    flow();
  }

  /** What follows a replay, told before anything live. */
  interface Told {
    void at(int replayed, long place);
  }

  /** Something done while no event flows. */
  interface Action {
    void at(long place) throws InterruptedException;
  }

  private int hand(List<StoredEvent> batch, long end) throws InterruptedException {
    int handed = 0;
    for (StoredEvent event : batch) {
      if (event.userSeq() > end) {
        break;
      }
      if (!reader.awaitRoom()) {
        closed = true;
        return handed;
      }
      reader.stored(event);
      place = event.userSeq();
      handed++;
    }
    return handed;
  }

  @Override
  public void changed() {
    if (flowing && !closed && asked.compareAndSet(false, true)) {
      threads.execute(this::catchUp);
    }
  }

  @Override
  public void told(NewEvent event, Instant at) {
    if (flowing && !closed) {
      reader.told(event, at);
    }
  }

  /** Hands over everything that is committed now. */
  void settle() {
    catchUp();
  }

  /** Live events never wait for room: a reader that is too slow is cut off and resumes. */
  private void catchUp() {
    reading.lock();
    try {
      asked.set(false);
      List<StoredEvent> batch;
      do {
        batch = events.live(user, place, BATCH);
        for (StoredEvent event : batch) {
          reader.stored(event);
          place = event.userSeq();
        }
      } while (!closed && batch.size() == BATCH); // what commits after a smaller one is hinted at
    } catch (RuntimeException e) {
      LOG.atWarn().setCause(e).log("events could not be read; the next hint or poll tries again");
    } finally {
      reading.unlock();
    }
  }

  @Override
  public void close() {
    closed = true;
    reading.lock();
    try {
      if (subscription != null) {
        subscription.close();
      }
    } finally {
      reading.unlock();
    }
  }
}
