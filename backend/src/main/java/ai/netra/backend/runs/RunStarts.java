package ai.netra.backend.runs;

import ai.netra.backend.agents.RunRequest;
import ai.netra.backend.events.Cause;
import ai.netra.backend.events.Events;
import ai.netra.backend.events.Events.RunFence;
import ai.netra.backend.runs.RunRows.NewRun;
import ai.netra.backend.runs.StartOutcome.Duplicate;
import ai.netra.backend.runs.StartOutcome.Started;
import ai.netra.backend.service.Ids;
import ai.netra.backend.service.Receipts;
import ai.netra.backend.service.Refused;
import ai.netra.backend.store.Store;
import ai.netra.backend.threads.ThreadLog;
import ai.netra.backend.threads.ThreadLog.NewMessage;
import ai.netra.backend.threads.ThreadLog.Opened;
import ai.netra.backend.threads.ThreadLog.Sent;
import ai.netra.contract.error.ErrorCode;
import ai.netra.contract.thread.MessageView;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Stores messages and the runs they start: thread, message, run and the run's first event in one
 * transaction, or nothing.
 */
final class RunStarts {

  private final Events events;
  private final ThreadLog threads;
  private final References references;
  private final RunViews views;
  private final RunSettings settings;
  private final Ids ids;
  private final Clock clock;

  RunStarts(RunParts parts, ThreadLog threads, References references, RunViews views, Ids ids) {
    this.events = parts.events();
    this.threads = threads;
    this.references = references;
    this.views = views;
    this.settings = parts.settings();
    this.ids = ids;
    this.clock = parts.clock();
  }

  StartOutcome start(Store.Transaction transaction, Cause cause, StartRun request) {
    String hash = ContentHash.of(request, true);
    Optional<Sent> before = before(transaction, cause, request, hash);
    if (before.isPresent()) {
      return duplicate(transaction, before.get());
    }
    references.check(transaction, cause.user(), request.references());
    String wanted = request.threadId() == null ? request.defaultThreadId() : request.threadId();
    Opened thread = threads.open(transaction, cause, wanted);
    checkRoom(transaction.sql(), cause, thread.key());
    String messageId = ids.next("msg_");
    RunRequest asked = request(cause, request);
    RunRow run = insert(transaction.sql(), cause, thread, messageId, asked);
    NewMessage message =
        new NewMessage(
            messageId,
            "user",
            request.content(),
            run.key(),
            run.id(),
            request.clientMessageId(),
            hash,
            request.metadata());
    threads.add(transaction, cause.user(), thread, message);
    return started(transaction, run);
  }

  /** Stores a message that starts nothing. */
  MessageView store(Store.Transaction transaction, Cause cause, StartRun request) {
    String hash = ContentHash.of(request, false);
    Optional<Sent> before = before(transaction, cause, request, hash);
    if (before.isPresent()) {
      return threads.message(transaction, cause.user(), before.get().messageId()).orElseThrow();
    }
    references.check(transaction, cause.user(), request.references());
    Opened thread = threads.open(transaction, cause, request.threadId());
    NewMessage message =
        new NewMessage(
            ids.next("msg_"),
            "user",
            request.content(),
            null,
            null,
            request.clientMessageId(),
            hash,
            request.metadata());
    MessageView stored = threads.add(transaction, cause.user(), thread, message);
    threads.touched(transaction, cause.user(), thread.key(), null);
    return stored;
  }

  /** Queues a new run of a finished run's message. */
  StartOutcome again(Store.Transaction transaction, Cause cause, RunRow former) {
    Opened thread = threads.open(transaction, cause, former.threadId());
    if (threads.message(transaction, cause.user(), former.messageId()).isEmpty()) {
      throw new Refused(
          ErrorCode.CONFLICT, "run %s: its message must be there, got none".formatted(former.id()));
    }
    checkRoom(transaction.sql(), cause, thread.key());
    RunRow run = insert(transaction.sql(), cause, thread, former.messageId(), former.request());
    return started(transaction, run);
  }

  private Optional<Sent> before(
      Store.Transaction transaction, Cause cause, StartRun request, String hash) {
    String clientId = request.clientMessageId();
    if (clientId == null) {
      return Optional.empty();
    }
    Optional<Sent> sent = threads.sent(transaction, cause.user(), clientId);
    if (sent.isPresent() && !sent.get().contentSha256().equals(hash)) {
      throw new Refused(
          ErrorCode.IDEMPOTENCY_CONFLICT,
          "client_message_id: one message an id for 24 h, got %s with other content"
              .formatted(clientId));
    }
    return sent;
  }

  private StartOutcome duplicate(Store.Transaction transaction, Sent sent) {
    Long key = sent.runKey();
    if (key == null) {
      throw new IllegalStateException("message " + sent.messageId() + ": started no run");
    }
    RunRow run = RunRows.byKey(transaction.sql(), key).orElseThrow();
    int position = views.position(transaction.sql(), run);
    return new Duplicate(views.whole(transaction.sql(), run), views.received(run, position, true));
  }

  private void checkRoom(JdbcClient sql, Cause cause, long threadKey) {
    List<Lineup.Unfinished> runs = new ArrayList<>(RunRows.lineup(sql, cause.user()));
    runs.add(new Lineup.Unfinished(Long.MAX_VALUE, threadKey, false));
    int waiting = Lineup.of(runs, settings.perUser()).waiting().size();
    if (waiting > settings.queuedPerUser()) {
      throw new Refused(
          ErrorCode.RUN_QUEUE_FULL,
          "runs: at most %d at work and %d waiting, got one more"
              .formatted(settings.perUser(), settings.queuedPerUser()),
          Map.of("running", settings.perUser(), "queued", settings.queuedPerUser()));
    }
  }

  private RunRequest request(Cause cause, StartRun request) {
    return new RunRequest(
        request.content(),
        request.agentType(),
        request.context(),
        request.settings(),
        request.metadata(),
        cause.correlationId(),
        clock.instant());
  }

  private RunRow insert(
      JdbcClient sql, Cause cause, Opened thread, String messageId, RunRequest request) {
    NewRun run =
        new NewRun(
            ids.next("run_"),
            cause.user(),
            thread.key(),
            messageId,
            ids.next("msg_"),
            request,
            cause.correlationId(),
            cause.caller().traceId(),
            settings.revision(),
            clock.millis());
    return RunRows.byKey(sql, RunRows.insert(sql, run)).orElseThrow();
  }

  private StartOutcome started(Store.Transaction transaction, RunRow run) {
    JdbcClient sql = transaction.sql();
    int position = views.position(sql, run);
    RunFence fence = new RunFence(run.key(), run.fence());
    events.append(
        transaction, run.user(), fence, List.of(run.event(views.received(run, position, false))));
    Receipts.stored("run", run.id(), "created");
    return new Started(views.whole(sql, RunRows.byKey(sql, run.key()).orElseThrow()));
  }
}
