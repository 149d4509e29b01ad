package ai.netra.backend.events;

import ai.netra.backend.identity.UserKey;
import ai.netra.backend.store.Store;
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

  /** Events of a run after a number, in order. */
  List<StoredEvent> ofRun(long runKey, long afterSeq, int limit);

  /** The end of a user's stream now. */
  long end(UserKey user);

  /**
   * Calls back, coalesced and from any thread, when the user may have new events; a lost hint costs
   * a poll of 1 s.
   */
  Subscription subscribe(UserKey user, Runnable hint);

  /** The opaque cursor of a place in a user's stream. */
  String cursor(UserKey user, long userSeq);

  /**
   * The place that a cursor names, or nothing when it is malformed, another user's or ahead of the
   * stream.
   */
  Optional<Long> place(UserKey user, String cursor);

  /** A run's row and the fence its writer holds. */
  record RunFence(long runKey, long fence) {}

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
