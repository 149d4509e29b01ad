package ai.netra.backend.threads;

import ai.netra.backend.events.Cause;
import ai.netra.backend.identity.UserKey;
import ai.netra.contract.list.Page;
import ai.netra.contract.thread.MessageView;
import ai.netra.contract.thread.ThreadFrame;
import ai.netra.contract.thread.ThreadView;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Threads and messages of users, over sockets and HTTP alike. Another user's thread reads as one
 * that nobody has. Each change tells its event to all sockets of the user.
 *
 * <p>Refusals: THREAD_NOT_FOUND; NOT_FOUND for messages; CONFLICT for a taken id and for a state
 * that does not allow the change; PLAN_LIMIT; VALIDATION_ERROR for fields and page tokens.
 */
public interface Threads {

  /** Threads, last changed first. */
  Page<ThreadView> list(UserKey user, ThreadQuery query);

  /** Makes a thread; tells {@code thread_created}. */
  ThreadView create(Cause cause, NewThread thread);

  /** An active thread. */
  ThreadView get(UserKey user, String threadId);

  /** Changes title or metadata; tells {@code thread_renamed} or {@code thread_updated}. */
  ThreadView change(Cause cause, String threadId, ThreadChange change);

  /** Gives a title of 3 to 5 words from the first user message. */
  ThreadView autoRename(Cause cause, String threadId);

  /** Cancels unfinished runs, then hides the thread, or erases it at once. */
  ThreadFrame.Deleted delete(Cause cause, String threadId, boolean purge);

  /** Brings a deleted thread back. */
  ThreadView restore(Cause cause, String threadId);

  /** Messages of one thread, or of all the user's. */
  Page<MessageView> messages(UserKey user, MessageQuery query);

  /** One message. */
  MessageView message(UserKey user, String messageId);

  /** Deletes a message whose run is finished. */
  void deleteMessage(UserKey user, String messageId);

  /**
   * Which threads.
   *
   * @param text part of titles or messages
   * @param state {@code active} or {@code deleted}
   * @param room how much the page may hold
   */
  record ThreadQuery(@Nullable String text, String state, Room room, @Nullable String pageToken) {}

  /**
   * How much a page may hold: it ends before the first item that would not fit, and an item's text
   * that fills too much of it is cut.
   *
   * @param items 1..100
   * @param bytes of the items as compact JSON
   */
  record Room(int items, int bytes) {

    /** As many items, whatever their size. */
    public static Room of(int items) {
      return new Room(items, Integer.MAX_VALUE);
    }
  }

  /** A thread to make; without an id the server gives one. */
  record NewThread(
      @Nullable String threadId, @Nullable String title, Map<String, Object> metadata) {}

  /** What to change; null stays as it is. */
  record ThreadChange(@Nullable String title, @Nullable Map<String, Object> metadata) {}

  /**
   * Which messages.
   *
   * @param threadId null: of all threads
   * @param room how much the page may hold
   */
  record MessageQuery(
      @Nullable String threadId, boolean oldestFirst, Room room, @Nullable String pageToken) {}
}
