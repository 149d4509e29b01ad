package ai.netra.loop.gateway;

import ai.netra.loop.gateway.Gateway.Own;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The listeners that attempts have for themselves. Safe for use by many threads. */
final class OwnListeners {

  private static final Duration LONGEST_CLOSE = Duration.ofSeconds(5);

  private final Listener.Room room;
  private final Map<Own, Listener> open = new ConcurrentHashMap<>();

  OwnListeners(Listener.Room room) {
    this.room = room;
  }

  int open(Own own) {
    try {
      Listener listener = new Listener(room, Site.of(own), Ports.free());
      open.put(own, listener);
      listener.start();
      return listener.port();
    } catch (IOException e) {
      throw new GatewayFailure(own.service() + ": a port of its own must be bound: " + e, e);
    }
  }

  /**
   * The listener, open.
   *
   * @throws IllegalArgumentException when there is none, or none any more
   */
  Listener of(Own own) {
    Listener listener = open.get(own);
    if (listener == null) {
      throw new IllegalArgumentException("no listener of an attempt's own is open for " + own);
    }
    return listener;
  }

  void close(Own own) {
    Listener listener = open.remove(own);
    if (listener != null) {
      close(listener);
    }
  }

  void closeAll() {
    List.copyOf(open.keySet()).forEach(this::close);
  }

  private static void close(Listener listener) {
    try {
      listener.close(LONGEST_CLOSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
