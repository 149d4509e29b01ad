package ai.netra.backend.edge;

import ai.netra.backend.service.Limits;
import ai.netra.backend.service.Refused;
import ai.netra.contract.error.ErrorCode;
import ai.netra.contract.route.Route;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Exceptions;

/**
 * Bounds requests as a whole: the thread of one that is over its time is interrupted, which ends
 * its waits and its queries, and it is refused. What the writer of the store has begun it finishes.
 */
final class RequestDeadlines implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RequestDeadlines.class);
  private static final Duration UPLOAD = Duration.ofMinutes(10);
  private static final long LOOK_MILLIS = 100;

  private final Duration most;
  private final LongSupplier nanos;
  private final Set<Running> running = ConcurrentHashMap.newKeySet();
  private final Thread watcher;

  RequestDeadlines(Limits limits, LongSupplier nanos) {
    this.most = limits.requestTimeout();
    this.nanos = nanos;
    this.watcher = Thread.ofVirtual().name("request-deadlines").start(this::watch);
  }

  /** A request at work; guarded by itself. */
  private static final class Running {
    private final Thread thread = Thread.currentThread();
    private final long until;
    private boolean over;
    private boolean ended;

    Running(long until) {
      this.until = until;
    }

    synchronized void interrupt() {
      if (!ended && !over) {
        over = true;
        thread.interrupt();
      }
    }

    /** Whether its time was over; from now on it is not interrupted any more. */
    synchronized boolean end() {
      ended = true;
      if (over) {
        boolean _ = Thread.interrupted();
      }
      return over;
    }
  }

  /**
   * Does the work of a request on this thread.
   *
   * @throws Refused INTERNAL_ERROR when it took longer than the route gives it
   */
  void within(Route route, String traceId, Runnable work) {
    if (isStream(route)) {
      work.run();
      return;
    }
    Duration given = isUpload(route) ? UPLOAD : most;
    Running one = new Running(nanos.getAsLong() + given.toNanos());
    running.add(one);
    try {
      work.run();
    } catch (RuntimeException e) {
      if (one.end() && !(Exceptions.unwrap(e) instanceof Refused)) {
        LOG.atWarn()
            .addKeyValue("trace_id", traceId)
            .addKeyValue("route", route.name())
            .setCause(e)
            .log("a request took too long");
        throw overdue(given);
      }
      throw e;
    } finally {
      running.remove(one);
      boolean _ = one.end();
    }
  }

  private static boolean isStream(Route route) {
    return route.produces().contains("text/event-stream");
  }

  private static boolean isUpload(Route route) {
    return !route.consumes().isEmpty() && !route.consumes().equals(List.of("application/json"));
  }

  private static Refused overdue(Duration given) {
    return new Refused(
        ErrorCode.INTERNAL_ERROR,
        "request: an answer within %d s, it took longer".formatted(given.toSeconds()));
  }

  private void watch() {
    try {
      while (true) {
        Thread.sleep(LOOK_MILLIS);
        look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    long now = nanos.getAsLong();
    running.stream().filter(one -> now - one.until > 0).forEach(Running::interrupt);
  }

  @Override
  public void close() {
    watcher.interrupt();
  }
}
