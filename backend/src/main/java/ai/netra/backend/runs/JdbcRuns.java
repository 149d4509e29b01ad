package ai.netra.backend.runs;

import ai.netra.backend.agents.Pipeline;
import ai.netra.backend.events.Cause;
import ai.netra.backend.events.Events;
import ai.netra.backend.events.Events.Subscription;
import ai.netra.backend.events.StoredEvent;
import ai.netra.backend.identity.UserKey;
import ai.netra.backend.runs.StartOutcome.Started;
import ai.netra.backend.runs.StopOutcome.AlreadyFinished;
import ai.netra.backend.runs.StopOutcome.Stopping;
import ai.netra.backend.service.Receipts;
import ai.netra.backend.service.Refused;
import ai.netra.backend.store.Store;
import ai.netra.backend.threads.Place;
import ai.netra.backend.threads.ThreadLog;
import ai.netra.backend.threads.ThreadWork;
import ai.netra.contract.error.ErrorCode;
import ai.netra.contract.list.Page;
import ai.netra.contract.run.ActiveRun;
import ai.netra.contract.run.RunHead;
import ai.netra.contract.run.RunView;
import ai.netra.contract.thread.MessageView;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs in the service's database, worked on by this process. */
final class JdbcRuns implements Runs, ThreadWork {

  /** A run that ends while nobody hints is noticed after this. */
  private static final Duration POLL = Duration.ofSeconds(1);

  private final Store store;
  private final Events events;
  private final ThreadLog threads;
  private final Pipeline pipeline;
  private final RunStarts starts;
  private final RunEnds ends;
  private final RunViews views;
  private final RunNode node;
  private final Clock clock;
  private final LongSupplier nanos;

  JdbcRuns(RunParts parts, ThreadLog threads, RunStarts starts, RunViews views, RunNode node) {
    this.threads = threads;
    this.store = parts.store();
    this.events = parts.events();
    this.pipeline = parts.pipeline();
    this.starts = starts;
    this.ends = parts.ends();
    this.views = views;
    this.node = node;
    this.clock = parts.clock();
    this.nanos = parts.nanos();
  }

  @Override
  public StartOutcome start(Cause cause, StartRun request) {
    checkAgent(request.agentType());
    return queued(cause, transaction -> starts.start(transaction, cause, request));
  }

  @Override
  public MessageView store(Cause cause, StartRun request) {
    return store.write(transaction -> starts.store(transaction, cause, request));
  }

  @Override
  public StartOutcome retry(Cause cause, String runId) {
    return queued(
        cause,
        transaction -> {
          RunRow former = row(transaction.sql(), cause.user(), runId);
          if (!former.finished()) {
            throw unfinished(runId);
          }
          return starts.again(transaction, cause, former);
        });
  }

  private StartOutcome queued(Cause cause, Store.Unit<StartOutcome> unit) {
    if (node.draining()) {
      throw new Refused(
          ErrorCode.SERVICE_DRAINING, "runs: none is started while the service shuts down");
    }
    return store.write(
        transaction -> {
          StartOutcome outcome = unit.run(transaction);
          if (outcome instanceof Started started) {
            RunRow run = row(transaction.sql(), cause.user(), started.run().head().id());
            transaction.afterCommit(() -> node.offer(run.entry()));
          }
          return outcome;
        });
  }

  private void checkAgent(String agent) {
    List<String> known = pipeline.agents();
    if (!known.contains(agent)) {
      throw new Refused(
          ErrorCode.AGENT_NOT_FOUND,
          "agent_type: one of the registry, got " + agent,
          Map.of("known", known));
    }
  }

  @Override
  public StopOutcome stop(Cause cause, StopRequest request) {
    List<RunRow> unfinished = store.read(read -> toStop(read, cause.user(), request));
    List<String> ids = unfinished.stream().map(RunRow::id).toList();
    if (unfinished.isEmpty()) {
      String runId = request.runId();
      return new AlreadyFinished(runId == null ? List.of() : List.of(runId));
    }
    return new Stopping(ids, () -> cancel(unfinished, request.reason()));
  }

  private List<RunRow> toStop(Store.Transaction read, UserKey user, StopRequest request) {
    if (request.runId() != null) {
      RunRow run = row(read.sql(), user, request.runId());
      return run.finished() ? List.of() : List.of(run);
    }
    String threadId = request.threadId();
    if (threadId == null) {
      throw new IllegalArgumentException("a stop names a run or a thread");
    }
    long thread = threads.find(read, user, threadId).key();
    return RunRows.unfinishedOfThread(read.sql(), thread);
  }

  private void cancel(List<RunRow> runs, @Nullable String reason) {
    boolean _ =
        store.write(
            transaction -> {
              runs.forEach(run -> cancel(transaction, run, reason));
              return true;
            });
  }

  private void cancel(Store.Transaction transaction, RunRow run, @Nullable String reason) {
    if (ends.cancelled(transaction, run, "user", reason)) {
      transaction.afterCommit(() -> node.ended(run.entry()));
    }
  }

  @Override
  public void cancelUnfinished(
      Store.Transaction transaction, Cause cause, long threadKey, String threadId) {
    RunRows.unfinishedOfThread(transaction.sql(), threadKey)
        .forEach(run -> cancel(transaction, run, "its thread was deleted"));
  }

  @Override
  public RunView get(UserKey user, String runId) {
    return store.read(read -> views.whole(read.sql(), row(read.sql(), user, runId)));
  }

  @Override
  public Page<RunHead> list(UserKey user, RunQuery query) {
    return store.read(
        read ->
            Page.of(
                    RunRows.list(read.sql(), user, query),
                    query.limit(),
                    (RunRow run) -> new Place(run.createdAt().toEpochMilli(), run.key()).token())
                .map(run -> views.head(read.sql(), run)));
  }

  @Override
  public RunEvents events(UserKey user, String runId, long afterSeq, int limit) {
    return store.read(
        read -> {
          RunRow run = row(read.sql(), user, runId);
          List<StoredEvent> found = events.ofRun(read, run.key(), afterSeq, limit + 1);
          boolean more = found.size() > limit;
          return new RunEvents(more ? found.subList(0, limit) : found, more, run.lastSeq());
        });
  }

  @Override
  public List<ActiveRun> unfinished(UserKey user) {
    return store.read(read -> RunRows.unfinished(read.sql(), user)).stream()
        .map(views::active)
        .toList();
  }

  @Override
  public ActiveRun status(UserKey user, String runId) {
    return views.active(store.read(read -> row(read.sql(), user, runId)));
  }

  @Override
  public RunView await(UserKey user, String runId, Duration atMost) throws InterruptedException {
    long until = nanos.getAsLong() + atMost.toNanos();
    Semaphore changed = new Semaphore(0);
    try (Subscription _ = events.subscribe(user, changed::release)) {
      while (!finished(user, runId) && nanos.getAsLong() < until) {
        long left = Math.min(POLL.toNanos(), until - nanos.getAsLong());
        boolean _ = changed.tryAcquire(left, TimeUnit.NANOSECONDS);
        changed.drainPermits();
      }
    }
    return get(user, runId);
  }

  private boolean finished(UserKey user, String runId) {
    return store.read(read -> row(read.sql(), user, runId)).finished();
  }

  @Override
  public void feedback(UserKey user, String runId, int rating, @Nullable String comment) {
    boolean _ =
        store.write(
            transaction -> {
              RunRow run = row(transaction.sql(), user, runId);
              if (!run.finished()) {
                throw unfinished(runId);
              }
              RunRows.feedback(transaction.sql(), run.key(), rating, comment, clock.millis());
              Receipts.stored("run_feedback", runId, "updated");
              return true;
            });
  }

  @Override
  public void drain(Duration atMost) {
    node.drain(atMost);
  }

  static RunRow row(JdbcClient sql, UserKey user, String runId) {
    return RunRows.find(sql, user, runId)
        .orElseThrow(
            () ->
                new Refused(
                    ErrorCode.RUN_NOT_FOUND, "run_id: no run " + runId, Map.of("resource", "run")));
  }

  private static Refused unfinished(String runId) {
    return new Refused(
        ErrorCode.CONFLICT, "run %s: it must have ended, got an unfinished one".formatted(runId));
  }
}
