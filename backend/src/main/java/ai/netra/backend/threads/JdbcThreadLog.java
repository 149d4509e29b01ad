package ai.netra.backend.threads;

import ai.netra.backend.events.Cause;
import ai.netra.backend.events.Events;
import ai.netra.backend.events.NewEvent;
import ai.netra.backend.identity.UserKey;
import ai.netra.backend.service.Ids;
import ai.netra.backend.service.Receipts;
import ai.netra.backend.service.Refused;
import ai.netra.backend.service.Times;
import ai.netra.backend.store.Store;
import ai.netra.backend.threads.MessageRows.MessageRow;
import ai.netra.backend.threads.Threads.NewThread;
import ai.netra.contract.error.ErrorCode;
import ai.netra.contract.thread.MessageView;
import ai.netra.contract.thread.ThreadFrame;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Threads and messages within the transactions of others. */
final class JdbcThreadLog implements ThreadLog {

  /** How long a client's message id means the same message. */
  private static final Duration SAME_MESSAGE = Duration.ofHours(24);

  private final Events events;
  private final ThreadAllowance allowance;
  private final Ids ids;
  private final Clock clock;

  JdbcThreadLog(Events events, ThreadAllowance allowance, Ids ids, Clock clock) {
    this.events = events;
    this.allowance = allowance;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Opened open(Store.Transaction transaction, Cause cause, @Nullable String threadId) {
    Optional<ThreadRow> found =
        Optional.ofNullable(threadId)
            .flatMap(id -> ThreadRows.find(transaction.sql(), cause.user(), id));
    ThreadRow thread =
        found.orElseGet(() -> make(transaction, cause, new NewThread(threadId, null, Map.of())));
    if (!thread.active()) {
      throw notFound(thread.id());
    }
    return new Opened(thread.key(), thread.id());
  }

  @Override
  public Opened find(Store.Transaction transaction, UserKey user, String threadId) {
    return ThreadRows.find(transaction.sql(), user, threadId)
        .filter(ThreadRow::active)
        .map(thread -> new Opened(thread.key(), thread.id()))
        .orElseThrow(() -> notFound(threadId));
  }

  /** Makes a thread and tells {@code thread_created}. */
  ThreadRow make(Store.Transaction transaction, Cause cause, NewThread thread) {
    JdbcClient sql = transaction.sql();
    allowance.check(ThreadRows.countActive(sql, cause.user()));
    String id = thread.threadId() == null ? ids.next("thread_") : thread.threadId();
    long key =
        ThreadRows.insert(sql, cause.user(), id, thread, clock.millis())
            .orElseThrow(() -> taken(id));
    ThreadRow row = row(sql, key);
    Receipts.stored("thread", id, "created");
    tell(transaction, cause.user(), cause.correlationId(), id, new ThreadFrame.Created(row.view()));
    return row;
  }

  @Override
  public MessageView add(
      Store.Transaction transaction, UserKey user, Opened thread, NewMessage message) {
    long now = clock.millis();
    MessageRows.insert(transaction.sql(), user, thread.key(), message, now);
    ThreadRows.touch(transaction.sql(), thread.key(), now);
    Receipts.stored("message", message.id(), "created");
    return new MessageView(
        message.id(),
        "message",
        thread.id(),
        message.role(),
        message.content(),
        message.runId(),
        false,
        Times.text(Instant.ofEpochMilli(now)),
        message.metadata());
  }

  @Override
  public Optional<Sent> sent(Store.Transaction transaction, UserKey user, String clientMessageId) {
    long before = clock.instant().minus(SAME_MESSAGE).toEpochMilli();
    MessageRows.free(transaction.sql(), user, clientMessageId, before);
    return MessageRows.sent(transaction.sql(), user, clientMessageId);
  }

  @Override
  public Optional<MessageView> message(
      Store.Transaction transaction, UserKey user, String messageId) {
    return MessageRows.find(transaction.sql(), user, messageId).map(MessageRow::view);
  }

  @Override
  public void touched(
      Store.Transaction transaction, UserKey user, long threadKey, @Nullable String runId) {
    ThreadRow thread = row(transaction.sql(), threadKey);
    if (thread.active()) {
      tell(transaction, user, null, thread.id(), new ThreadFrame.Updated(thread.view(), runId));
    }
  }

  /** Appends an event of a thread. */
  void tell(
      Store.Transaction transaction,
      UserKey user,
      @Nullable String correlationId,
      String threadId,
      ThreadFrame frame) {
    NewEvent event = new NewEvent(frame.type(), frame, threadId, null, null, correlationId);
    events.append(transaction, user, null, List.of(event));
  }

  static ThreadRow row(JdbcClient sql, long key) {
    return ThreadRows.byKey(sql, key)
        .orElseThrow(() -> new IllegalStateException("thread " + key + ": has no row"));
  }

  static Refused notFound(String threadId) {
    return new Refused(
        ErrorCode.THREAD_NOT_FOUND,
        "thread_id: no thread " + threadId,
        Map.of("resource", "thread"));
  }

  private static Refused taken(String threadId) {
    return new Refused(ErrorCode.CONFLICT, "thread_id: one that is not in use, got " + threadId);
  }
}
