package ai.netra.backend.edge;

import ai.netra.backend.identity.UserKey;
import ai.netra.backend.runs.Runs;
import ai.netra.backend.service.Lifecycle;
import ai.netra.contract.socket.ServerFrame;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.context.SmartLifecycle;

/**
 * The first thing that a stop does: refuse new work, tell every socket, let runs come to their end
 * and their users see it, then close what is left.
 */
final class Drain implements SmartLifecycle {

  private static final Duration RUNS = Duration.ofSeconds(15);
  private static final Duration SOCKETS = Duration.ofSeconds(3);
  private static final long DRAIN_SECONDS = 20;
  private static final int SPREAD_MILLIS = 2000;
  private static final long POLL_MILLIS = 20;
  private static final String REASON = "Server shutting down";

  private final Lifecycle lifecycle;
  private final Sockets sockets;
  private final Runs runs;
  private volatile boolean running;

  Drain(Lifecycle lifecycle, Sockets sockets, Runs runs) {
    this.lifecycle = lifecycle;
    this.sockets = sockets;
    this.runs = runs;
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    lifecycle.drain();
    sockets.draining();
    sockets.all().forEach(Drain::tell);
    closeIdle();
    Thread watcher = Thread.ofVirtual().name("drain").start(this::closeAsRunsEnd);
    runs.drain(RUNS);
    watcher.interrupt();
    sockets.all().forEach(Drain::end);
    awaitFlushed();
  }

  private static void tell(Socket socket) {
    int after = ThreadLocalRandom.current().nextInt(SPREAD_MILLIS + 1);
    socket.reply(new ServerFrame.ServerShutdown("shutdown", DRAIN_SECONDS, after), null);
  }

  /** After everything that is committed. */
  private static void end(Socket socket) {
    socket.pump().settle();
    socket.close(1001, REASON);
  }

  private void closeAsRunsEnd() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Thread.sleep(POLL_MILLIS * 5);
        closeIdle();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void closeIdle() {
    for (Socket socket : sockets.all()) {
      if (!runs(socket.caller().user())) {
        end(socket);
      }
    }
  }

  private boolean runs(UserKey user) {
    return runs.unfinished(user).stream().anyMatch(run -> run.state().equals("running"));
  }

  private void awaitFlushed() {
    long deadline = System.nanoTime() + SOCKETS.toNanos();
    try {
      while (sockets.connections() > 0 && System.nanoTime() < deadline) {
        Thread.sleep(POLL_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
