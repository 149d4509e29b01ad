package ai.netra.backend.edge;

import ai.netra.backend.events.Events;
import ai.netra.backend.events.StoredEvent;
import ai.netra.backend.identity.Caller;
import ai.netra.backend.identity.Standing;
import ai.netra.backend.runs.Runs;
import ai.netra.backend.service.Fields;
import ai.netra.backend.service.Lifecycle;
import ai.netra.backend.service.Limits;
import ai.netra.backend.service.ServiceState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Drives streams of server-sent events, each on a virtual thread of its own. */
final class Streams {

  private static final Logger LOG = LoggerFactory.getLogger(Streams.class);
  private static final Duration SILENCE = Duration.ofSeconds(15);
  private static final long LOOK_MILLIS = 500;
  private static final int BATCH = 200;
  private static final Set<String> FINISHED = Set.of("completed", "failed", "cancelled");

  private final Events events;
  private final Runs runs;
  private final Frames frames;
  private final Limits limits;
  private final Lifecycle lifecycle;
  private final Standing standing;
  private final Clock clock;
  private final ExecutorService threads;

  Streams(ActionParts parts, Standing standing, ExecutorService threads) {
    this.events = parts.events();
    this.runs = parts.runs();
    this.frames = parts.frames();
    this.lifecycle = parts.lifecycle();
    this.clock = parts.clock();
    this.limits = parts.limits();
    this.standing = standing;
    this.threads = threads;
  }

  /**
   * The place after which a stream begins.
   *
   * @param lastEventId a cursor, or null for the end of the stream
   */
  long place(Caller caller, @Nullable String lastEventId, long otherwise) {
    if (lastEventId == null) {
      return otherwise;
    }
    return events
        .place(caller.user(), lastEventId)
        .orElseGet(
            () -> {
              Fields fields = Fields.of(Map.of());
              fields.violation(
                  "Last-Event-ID", "a cursor of yours, not ahead of your stream", lastEventId);
              fields.check();
              return otherwise;
            });
  }

  /** A user's stream, from a cursor or from now. */
  EventStream ofUser(Caller caller, @Nullable String lastEventId) {
    long end = events.end(caller.user());
    long from = events.replay(caller.user(), place(caller, lastEventId, end)).from();
    EventStream stream = EventStream.ofUser(events, caller.user(), frames, limits.outboundFrames());
    drive(caller, stream, pump -> pump.replay(from, (_, _) -> {}));
    return stream;
  }

  /** One run's stream, after a number and a place. */
  EventStream ofRun(Caller caller, String runId, long afterSeq, long afterPlace) {
    runs.status(caller.user(), runId);
    AtomicLong lastSeq = new AtomicLong(afterSeq);
    EventStream stream =
        EventStream.ofRun(
            events,
            caller.user(),
            frames,
            limits.outboundFrames(),
            runId,
            event -> event.userSeq() > afterPlace && isNext(lastSeq, event));
    drive(caller, stream, pump -> pump.paused(_ -> replayRun(caller, runId, afterSeq, stream)));
    return stream;
  }

  /** A frame that was seen, in the replay or live, is not sent again. */
  private static boolean isNext(AtomicLong lastSeq, StoredEvent event) {
    Long seq = event.seq();
    return seq != null && lastSeq.getAndUpdate(last -> Math.max(last, seq)) < seq;
  }

  private void replayRun(Caller caller, String runId, long afterSeq, EventStream stream)
      throws InterruptedException {
    boolean finished = FINISHED.contains(runs.get(caller.user(), runId).head().state());
    long after = afterSeq;
    while (stream.awaitRoom()) {
      Runs.RunEvents page = runs.events(caller.user(), runId, after, BATCH);
      page.events().forEach(stream::stored);
      Long last = page.events().isEmpty() ? null : page.events().getLast().seq();
      if (!page.hasMore() || last == null) {
        break;
      }
      after = last;
    }
    if (finished) {
      stream.finish();
    }
  }

  /** What a stream begins with. */
  private interface Beginning {
    void of(EventPump pump) throws InterruptedException;
  }

  private void drive(Caller caller, EventStream stream, Beginning beginning) {
    EventPump pump = new EventPump(events, caller.user(), stream, threads);
    pump.begin();
    threads.execute(
        () -> {
          try (pump) {
            beginning.of(pump);
            attend(caller, stream);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          } catch (RuntimeException e) {
            LOG.atError()
                .addKeyValue("trace_id", caller.traceId())
                .setCause(e)
                .log("a stream broke");
          } finally {
            stream.finish();
          }
        });
  }

  /** Breaks the silence, and ends the stream with its token or with the service. */
  private void attend(Caller caller, EventStream stream) throws InterruptedException {
    Instant spoken = clock.instant();
    while (!stream.awaitEnd(LOOK_MILLIS)) {
      Instant now = clock.instant();
      boolean over = !now.isBefore(caller.expiresAt().plus(limits.tokenSkew()));
      boolean revoked = standing.of(caller) != Standing.Judgement.GOOD;
      if (over || revoked || lifecycle.state() instanceof ServiceState.Draining) {
        return;
      }
      if (!now.isBefore(spoken.plus(SILENCE))) {
        stream.comment();
        spoken = now;
      }
    }
  }
}
