package ai.netra.backend.edge;

import ai.netra.backend.events.Events;
import ai.netra.backend.events.NewEvent;
import ai.netra.backend.events.StoredEvent;
import ai.netra.backend.identity.UserKey;
import ai.netra.contract.run.StoredFrame;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Server-sent events of one reader: the socket's frames, their cursor as id. A reader that is too
 * slow is ended and resumes by its last id. Safe for many threads.
 */
final class EventStream implements EventPump.Reader {

  private static final Set<String> LAST =
      Set.of("agent_completed", "agent_error", "agent_cancelled");
  private static final long ROOM_WAIT_MILLIS = 20;

  private final Events events;
  private final UserKey user;
  private final Frames frames;
  private final Predicate<StoredEvent> wanted;
  private final boolean endsWithRun;
  private final String runId;
  private final ArrayBlockingQueue<DataBuffer> waiting;
  private final Sinks.Many<DataBuffer> sink;
  private final CountDownLatch ended = new CountDownLatch(1);

  private EventStream(
      Events events,
      UserKey user,
      Frames frames,
      int capacity,
      String runId,
      Predicate<StoredEvent> wanted) {
    this.events = events;
    this.user = user;
    this.frames = frames;
    this.runId = runId;
    this.endsWithRun = !runId.isEmpty();
    this.wanted = wanted;
    this.waiting = new ArrayBlockingQueue<>(capacity);
    this.sink = Sinks.many().unicast().onBackpressureBuffer(waiting, this::end);
  }

  /** A user's whole stream. */
  static EventStream ofUser(Events events, UserKey user, Frames frames, int capacity) {
    return new EventStream(events, user, frames, capacity, "", _ -> true);
  }

  /** One run's frames; it ends after the last. */
  static EventStream ofRun(
      Events events,
      UserKey user,
      Frames frames,
      int capacity,
      String runId,
      Predicate<StoredEvent> wanted) {
    return new EventStream(
        events,
        user,
        frames,
        capacity,
        runId,
        event -> runId.equals(event.runId()) && event.seq() != null && wanted.test(event));
  }

  /** What goes out, each event flushed. */
  Flux<Mono<DataBuffer>> body() {
    return sink.asFlux().map(Mono::just).doFinally(_ -> end());
  }

  @Override
  public void stored(StoredEvent event) {
    if (!wanted.test(event)) {
      return;
    }
    StoredFrame frame = events.frame(user, event);
    emit(
        "event: %s\nid: %s\ndata: %s\n\n"
            .formatted(
                frame.type(),
                frame.cursor(),
                new String(frames.stored(frame), StandardCharsets.UTF_8)));
    if (endsWithRun && LAST.contains(event.type())) {
      finish();
    }
  }

  @Override
  public void told(NewEvent event, Instant at) {
    if (!endsWithRun || runId.equals(event.runId())) {
      emit(
          "event: %s\ndata: %s\n\n"
              .formatted(event.type(), new String(frames.told(event, at), StandardCharsets.UTF_8)));
    }
  }

  /** A sign of life that clients pass over. */
  void comment() {
    emit(": alive\n\n");
  }

  @Override
  public boolean awaitRoom() throws InterruptedException {
    boolean over = false;
    while (!over && waiting.remainingCapacity() < waiting.size()) {
      over = awaitEnd(ROOM_WAIT_MILLIS);
    }
    return ended.getCount() > 0;
  }

  /** Waits for the end; true when it has come. */
  boolean awaitEnd(long millis) throws InterruptedException {
    return ended.await(millis, TimeUnit.MILLISECONDS);
  }

  /** Ends the stream in order, after what waits. */
  synchronized void finish() {
    var _ = sink.tryEmitComplete();
    end();
  }

  private synchronized void emit(String text) {
    DataBuffer buffer =
        DefaultDataBufferFactory.sharedInstance.wrap(text.getBytes(StandardCharsets.UTF_8));
    if (sink.tryEmitNext(buffer) == Sinks.EmitResult.FAIL_OVERFLOW) {
      finish();
    }
  }

  private void end() {
    ended.countDown();
  }
}
