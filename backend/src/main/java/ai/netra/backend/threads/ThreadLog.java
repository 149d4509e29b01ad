package ai.netra.backend.threads;

import ai.netra.backend.events.Cause;
import ai.netra.backend.identity.UserKey;
import ai.netra.backend.store.Store;
import ai.netra.contract.thread.MessageView;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What runs write into threads, in the transactions that queue and end them. */
public interface ThreadLog {

  /**
   * Opens a thread, or makes it and tells {@code thread_created}.
   *
   * @param threadId null: a new one
   * @throws ai.netra.backend.service.Refused THREAD_NOT_FOUND when it is deleted, PLAN_LIMIT
   */
  Opened open(Store.Transaction transaction, Cause cause, @Nullable String threadId);

  /**
   * An active thread.
   *
   * @throws ai.netra.backend.service.Refused THREAD_NOT_FOUND
   */
  Opened find(Store.Transaction transaction, UserKey user, String threadId);

  /** Stores a message and moves the thread to the front of the list. */
  MessageView add(Store.Transaction transaction, UserKey user, Opened thread, NewMessage message);

  /**
   * The message that a client sent under its id within the last 24 h; an older id is free again.
   */
  Optional<Sent> sent(Store.Transaction transaction, UserKey user, String clientMessageId);

  /** A user's message. */
  Optional<MessageView> message(Store.Transaction transaction, UserKey user, String messageId);

  /** Tells {@code thread_updated}, unless the thread is deleted. */
  void touched(Store.Transaction transaction, UserKey user, long threadKey, @Nullable String runId);

  /** An open thread: its row and its id on the wire. */
  record Opened(long key, String id) {}

  /** A message to store; {@code contentSha256} is over all that makes it the same message. */
  record NewMessage(
      String id,
      String role,
      String content,
      @Nullable Long runKey,
      @Nullable String runId,
      @Nullable String clientMessageId,
      String contentSha256,
      Map<String, Object> metadata) {}

  /**
   * A message that was sent before.
   *
   * @param runKey null: it was only stored
   */
  record Sent(String messageId, @Nullable Long runKey, String contentSha256) {}
}
