package ai.netra.backend.edge;

import ai.netra.backend.service.Lifecycle;
import org.springframework.context.SmartLifecycle;

/** The first thing that a stop does: refuse new work, let sockets and runs come to their end. */
final class Drain implements SmartLifecycle {

  private final Lifecycle lifecycle;
  private final Sockets sockets;
  private volatile boolean running;

  Drain(Lifecycle lifecycle, Sockets sockets) {
    this.lifecycle = lifecycle;
    this.sockets = sockets;
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    lifecycle.drain();
    sockets.drain();
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
