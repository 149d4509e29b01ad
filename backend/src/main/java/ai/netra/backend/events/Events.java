package ai.netra.backend.events;

import ai.netra.backend.identity.UserKey;
import ai.netra.backend.store.Store;
import ai.netra.contract.run.StoredFrame;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The event log of all users. */
public interface Events {

  /**
   * Appends events of one user, and of one run where {@code run} is given, in the caller's
   * transaction; numbers are raised there. Hints go out after the commit.
   *
   * @throws Fenced when the run's fence is no longer {@code run.fence()}; nothing is written
   */
  List<StoredEvent> append(
      Store.Transaction transaction, UserKey user, @Nullable RunFence run, List<NewEvent> events);

  /** Events of a user after a place, in order. */
  List<StoredEvent> after(UserKey user, long userSeq, int limit);

  /**
   * The same for somebody who listens and has all before that place: what was just committed comes
   * from memory. A replay must not ask so, since what is erased may still be there for a moment.
   */
  List<StoredEvent> live(UserKey user, long userSeq, int limit);

  /** Events of a run after a number, in order. */
  List<StoredEvent> ofRun(long runKey, long afterSeq, int limit);

  /** As the other, within a transaction, with what it has written. */
  List<StoredEvent> ofRun(Store.Transaction transaction, long runKey, long afterSeq, int limit);

  /** Where a replay from a place begins; without a place at the window's edge. */
  Replay replay(UserKey user, @Nullable Long place);

  /** The end of a user's stream now. */
  long end(UserKey user);

  /**
   * Listens to a user's stream, from any thread and coalesced; a lost hint costs a poll of 1 s. The
   * first hint is for what commits after this call, so read once after it.
   */
  Subscription subscribe(UserKey user, Listener listener);

  /** Sends an event that is not stored to those who listen on this node now. */
  void tell(UserKey user, NewEvent event);

  /** An event as it goes out, with its cursor. */
  StoredFrame frame(UserKey user, StoredEvent event);

  /** The opaque cursor of a place in a user's stream. */
  String cursor(UserKey user, long userSeq);

  /**
   * The place that a cursor names, or nothing when it is malformed, another user's or ahead of the
   * stream.
   */
  Optional<Long> place(UserKey user, String cursor);

  /** A run's row and the fence its writer holds. */
  record RunFence(long runKey, long fence) {}

  /**
   * A replay's beginning.
   *
   * @param from the place after which to read
   * @param gap whether the place asked for lies before the window
   * @param missingRuns wire ids of runs with events in the gap
   */
  record Replay(long from, boolean gap, List<String> missingRuns) {}

  /** Who listens; methods return at once. */
  interface Listener {

    /** The user may have new stored events. */
    void changed();

    /** An event that is not stored, such as a heartbeat. */
    default void told(NewEvent event, Instant at) {}
  }

  /** Ends a subscription. */
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }

  /** The writer lost its run to another; it must stop without a word. */
  final class Fenced extends RuntimeException {
    public Fenced(long runKey, long fence) {
      super("run " + runKey + ": the fence " + fence + " is no longer the run's");
    }
  }
}
