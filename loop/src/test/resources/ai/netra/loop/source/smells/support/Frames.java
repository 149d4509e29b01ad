package support;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

public final class Frames implements AutoCloseable {
  public sealed interface Event {
    record Text(String content) implements Event {}

    record Closed(int code, String reason) implements Event {}
  }

  private final BlockingQueue<Event> received = new LinkedBlockingQueue<>();
  private WebSocket socket;

  static Frames open(HttpClient http, URI uri) {
    Frames frames = new Frames();
    frames.socket = http.newWebSocketBuilder().buildAsync(uri, frames.listener()).join();
    return frames;
  }

  private WebSocket.Listener listener() {
    return new WebSocket.Listener() {
      @Override
      public CompletionStage<?> onText(WebSocket w, CharSequence data, boolean last) {
        received.add(new Event.Text(data.toString()));
        w.request(1);
        return null;
      }

      @Override
      public CompletionStage<?> onClose(WebSocket w, int code, String reason) {
        received.add(new Event.Closed(code, reason));
        return null;
      }
    };
  }

  public void send(String text) {
    socket.sendText(text, true).join();
  }

  public Event next() {
    try {
      Event event = received.poll(5, TimeUnit.SECONDS);
      if (event == null) {
        throw new AssertionError("no frame within 5 s");
      }
      return event;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  public boolean isQuietFor(Duration time) throws InterruptedException {
    return received.poll(time.toMillis(), TimeUnit.MILLISECONDS) == null;
  }

  @Override
  public void close() {
    try {
      socket.sendClose(1000, "").join();
    } catch (RuntimeException alreadyClosed) {
      socket.abort();
    }
  }
}
