package ai.netra.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A WebSocket client that hands over whole text frames with the instant of their arrival. */
final class Frames implements WebSocket.Listener, AutoCloseable {

  /** A frame and when its last byte was read, in nanoseconds. */
  record Arrival(String text, long nanos) {}

  private static final long PATIENCE_SECONDS = 30;

  private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
  private final StringBuilder partial = new StringBuilder();
  private final HttpClient client;
  private final WebSocket socket;

  /** Connects; with a token it is shown in the handshake. */
  Frames(String url, @Nullable String token) {
    this.client = HttpClient.newHttpClient();
    WebSocket.Builder builder = client.newWebSocketBuilder().connectTimeout(Duration.ofSeconds(10));
    if (token != null) {
      builder.header("Authorization", "Bearer " + token);
    }
    this.socket = builder.buildAsync(URI.create(url), this).join();
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      arrivals.add(new Arrival(partial.toString(), System.nanoTime()));
      partial.setLength(0);
    }
    from.request(1);
    return null;
  }

  /** Sends a frame and returns the instant before it left, in nanoseconds. */
  long send(String text) {
    long start = System.nanoTime();
    socket.sendText(text, true).join();
    return start;
  }

  /** The next frame that holds a text; others are passed over. */
  Arrival await(String part) {
    Arrival arrival = next();
    while (!arrival.text().contains(part)) {
      arrival = next();
    }
    return arrival;
  }

  /** The next frame. */
  Arrival next() {
    try {
      Arrival arrival = arrivals.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (arrival == null) {
        throw new IllegalStateException("no frame arrived within " + PATIENCE_SECONDS + " s");
      }
      return arrival;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a frame", e);
    }
  }

  @Override
  public void close() {
    socket.abort();
    client.close();
  }
}
