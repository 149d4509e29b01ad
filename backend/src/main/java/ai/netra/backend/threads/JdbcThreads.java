package ai.netra.backend.threads;

import ai.netra.backend.events.Cause;
import ai.netra.backend.identity.UserKey;
import ai.netra.backend.service.Receipts;
import ai.netra.backend.service.Refused;
import ai.netra.backend.service.Times;
import ai.netra.backend.store.Store;
import ai.netra.backend.threads.MessageRows.MessageRow;
import ai.netra.contract.error.ErrorCode;
import ai.netra.contract.list.Page;
import ai.netra.contract.thread.MessageView;
import ai.netra.contract.thread.ThreadFrame;
import ai.netra.contract.thread.ThreadView;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Threads in the service's database. */
final class JdbcThreads implements Threads {

  /** How long a deleted thread can be restored. */
  private static final Duration KEPT = Duration.ofDays(30);

  private final Store store;
  private final JdbcThreadLog log;
  private final ThreadAllowance allowance;
  private final Supplier<ThreadWork> work;
  private final Clock clock;

  /**
   * Threads over a log.
   *
   * @param work asked for at the first deletion, since runs are built upon threads
   */
  JdbcThreads(
      Store store,
      JdbcThreadLog log,
      ThreadAllowance allowance,
      Supplier<ThreadWork> work,
      Clock clock) {
    this.store = store;
    this.log = log;
    this.allowance = allowance;
    this.work = work;
    this.clock = clock;
  }

  @Override
  public Page<ThreadView> list(UserKey user, ThreadQuery query) {
    List<ThreadRow> rows =
        store.read(read -> ThreadRows.list(read.sql(), user, query, clock.millis()));
    Shelf<ThreadView> shelf = new Shelf<>(query.room());
    for (ThreadRow row : rows) {
      shelf.put(row.view(), row.place());
    }
    return shelf.page();
  }

  @Override
  public ThreadView create(Cause cause, NewThread thread) {
    return store.write(transaction -> log.make(transaction, cause, thread)).view();
  }

  @Override
  public ThreadView get(UserKey user, String threadId) {
    return store.read(read -> active(read.sql(), user, threadId)).view();
  }

  @Override
  public ThreadView change(Cause cause, String threadId, ThreadChange change) {
    return store.write(transaction -> changed(transaction, cause, threadId, change));
  }

  private ThreadView changed(
      Store.Transaction transaction, Cause cause, String threadId, ThreadChange change) {
    JdbcClient sql = transaction.sql();
    ThreadRow thread = active(sql, cause.user(), threadId);
    if (change.title() == null && change.metadata() == null) {
      return thread.view();
    }
    if (change.title() != null) {
      rename(transaction, cause, thread, change.title(), "user");
    }
    if (change.metadata() != null) {
      ThreadRows.describe(sql, thread.key(), change.metadata(), clock.millis());
      log.touched(transaction, cause.user(), thread.key(), null);
    }
    Receipts.stored("thread", thread.id(), "updated");
    return JdbcThreadLog.row(sql, thread.key()).view();
  }

  @Override
  public ThreadView autoRename(Cause cause, String threadId) {
    return store.write(transaction -> autoRenamed(transaction, cause, threadId));
  }

  private ThreadView autoRenamed(Store.Transaction transaction, Cause cause, String threadId) {
    ThreadRow thread = active(transaction.sql(), cause.user(), threadId);
    String message =
        MessageRows.firstOfUser(transaction.sql(), thread.key())
            .orElseThrow(
                () ->
                    new Refused(
                        ErrorCode.CONFLICT,
                        "thread %s: a title needs a user message, got none".formatted(threadId)));
    rename(transaction, cause, thread, Titles.of(message), "auto");
    Receipts.stored("thread", thread.id(), "updated");
    return JdbcThreadLog.row(transaction.sql(), thread.key()).view();
  }

  private void rename(
      Store.Transaction transaction, Cause cause, ThreadRow thread, String title, String by) {
    ThreadRows.rename(transaction.sql(), thread.key(), title, clock.millis());
    ThreadFrame frame = new ThreadFrame.Renamed(thread.id(), title, by);
    log.tell(transaction, cause.user(), cause.correlationId(), thread.id(), frame);
  }

  @Override
  public ThreadFrame.Deleted delete(Cause cause, String threadId, boolean purge) {
    ThreadFrame.Deleted deleted =
        store.write(transaction -> deleted(transaction, cause, threadId, purge));
    if (purge) {
      // A unit of its own: sockets may still read the ends of the cancelled runs before they go.
      store.write(transaction -> erased(transaction, cause.user(), threadId));
    }
    return deleted;
  }

  private ThreadFrame.Deleted deleted(
      Store.Transaction transaction, Cause cause, String threadId, boolean purge) {
    Instant now = clock.instant();
    Instant purgeAt = purge ? now : now.plus(KEPT);
    ThreadFrame.Deleted frame = new ThreadFrame.Deleted(threadId, Times.text(purgeAt));
    ThreadRow thread = any(transaction.sql(), cause.user(), threadId);
    if (!thread.active()) {
      if (purge) {
        return frame;
      }
      throw JdbcThreadLog.notFound(threadId);
    }
    work.get().cancelUnfinished(transaction, cause, thread.key(), threadId);
    ThreadRows.delete(transaction.sql(), thread.key(), now.toEpochMilli(), purgeAt.toEpochMilli());
    log.tell(transaction, cause.user(), cause.correlationId(), threadId, frame);
    Receipts.stored("thread", threadId, "deleted");
    return frame;
  }

  private boolean erased(Store.Transaction transaction, UserKey user, String threadId) {
    ThreadRows.erase(transaction.sql(), user, any(transaction.sql(), user, threadId));
    Receipts.stored("thread", threadId, "deleted");
    return true;
  }

  @Override
  public ThreadView restore(Cause cause, String threadId) {
    return store.write(transaction -> restored(transaction, cause, threadId));
  }

  private ThreadView restored(Store.Transaction transaction, Cause cause, String threadId) {
    JdbcClient sql = transaction.sql();
    ThreadRow thread = any(sql, cause.user(), threadId);
    if (thread.active()) {
      throw new Refused(
          ErrorCode.CONFLICT, "thread %s: a deleted one, got an active one".formatted(threadId));
    }
    allowance.check(ThreadRows.countActive(sql, cause.user()));
    ThreadRows.restore(sql, thread.key(), clock.millis());
    log.touched(transaction, cause.user(), thread.key(), null);
    Receipts.stored("thread", threadId, "updated");
    return JdbcThreadLog.row(sql, thread.key()).view();
  }

  @Override
  public Page<MessageView> messages(UserKey user, MessageQuery query) {
    List<MessageRow> rows = store.read(read -> rows(read.sql(), user, query));
    Shelf<MessageView> shelf = new Shelf<>(query.room());
    for (MessageRow row : rows) {
      shelf.put(row.view(query.room()), row.place());
    }
    return shelf.page();
  }

  private static List<MessageRow> rows(JdbcClient sql, UserKey user, MessageQuery query) {
    Long thread = query.threadId() == null ? null : active(sql, user, query.threadId()).key();
    return MessageRows.list(sql, user, thread, query);
  }

  @Override
  public MessageView message(UserKey user, String messageId) {
    return store.read(read -> found(read.sql(), user, messageId)).view();
  }

  @Override
  public void deleteMessage(UserKey user, String messageId) {
    store.write(transaction -> messageDeleted(transaction, user, messageId));
  }

  private static boolean messageDeleted(
      Store.Transaction transaction, UserKey user, String messageId) {
    found(transaction.sql(), user, messageId);
    if (MessageRows.hasUnfinishedRun(transaction.sql(), user, messageId)) {
      throw new Refused(
          ErrorCode.CONFLICT,
          "message %s: its run must have ended, got an unfinished one".formatted(messageId));
    }
    MessageRows.delete(transaction.sql(), user, messageId);
    Receipts.stored("message", messageId, "deleted");
    return true;
  }

  private static MessageRow found(JdbcClient sql, UserKey user, String messageId) {
    return MessageRows.find(sql, user, messageId)
        .orElseThrow(
            () ->
                new Refused(
                    ErrorCode.NOT_FOUND,
                    "message_id: no message " + messageId,
                    Map.of("resource", "message")));
  }

  private static ThreadRow active(JdbcClient sql, UserKey user, String threadId) {
    return ThreadRows.find(sql, user, threadId)
        .filter(ThreadRow::active)
        .orElseThrow(() -> JdbcThreadLog.notFound(threadId));
  }

  private static ThreadRow any(JdbcClient sql, UserKey user, String threadId) {
    return ThreadRows.find(sql, user, threadId).orElseThrow(() -> JdbcThreadLog.notFound(threadId));
  }
}
