package ai.netra.backend.running;

import ai.netra.backend.service.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A WebSocket client of the JDK that keeps every frame in order. */
public final class SocketClient implements WebSocket.Listener, AutoCloseable {

  private static final long WAIT_SECONDS = 20;

  /** How a socket ended. */
  public record Closed(int code, String reason) {}

  private final HttpClient http = HttpClient.newHttpClient();
  private final LinkedBlockingQueue<Map<String, Object>> frames = new LinkedBlockingQueue<>();
  private final CompletableFuture<Closed> closed = new CompletableFuture<>();
  private final StringBuilder part = new StringBuilder();
  private @Nullable WebSocket socket;

  private SocketClient() {}

  /** Connects with the token as a subprotocol. */
  public static SocketClient open(RunningBackend backend, String token) {
    return open(backend, "", builder -> builder.subprotocols("jwt-auth", protocol(token)));
  }

  /** Connects as the test says; {@code query} begins with a question mark, or is empty. */
  public static SocketClient open(
      RunningBackend backend, String query, UnaryOperator<WebSocket.Builder> how) {
    SocketClient client = new SocketClient();
    URI url = URI.create("ws://localhost:%d/ws%s".formatted(backend.port(), query));
    client.socket = how.apply(client.http.newWebSocketBuilder()).buildAsync(url, client).join();
    return client;
  }

  /** The subprotocol entry of a token. */
  public static String protocol(String token) {
    byte[] bytes = token.getBytes(StandardCharsets.UTF_8);
    return "jwt." + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  public String subprotocol() {
    return live().getSubprotocol();
  }

  public SocketClient send(String json) {
    var _ = live().sendText(json, true).join();
    return this;
  }

  public SocketClient sendBinary(byte[] bytes) {
    var _ = live().sendBinary(ByteBuffer.wrap(bytes), true).join();
    return this;
  }

  /** The next frame. */
  public Map<String, Object> next() throws InterruptedException {
    Map<String, Object> frame = frames.poll(WAIT_SECONDS, TimeUnit.SECONDS);
    if (frame == null) {
      throw new AssertionError("no frame came within %d s".formatted(WAIT_SECONDS));
    }
    return frame;
  }

  /** The next frame of a type; others before it are passed over. */
  public Map<String, Object> next(String type) throws InterruptedException {
    Map<String, Object> frame = next();
    while (!type.equals(frame.get("type"))) {
      frame = next();
    }
    return frame;
  }

  /** Frames that came and were not asked for. */
  public boolean isSilent() {
    return frames.isEmpty();
  }

  public Closed closed() throws Exception {
    return closed.get(WAIT_SECONDS, TimeUnit.SECONDS);
  }

  /** Cuts the connection without a word. */
  public void abort() {
    live().abort();
  }

  @SuppressWarnings("unchecked") // frames carry objects there
  public static Map<String, Object> data(Map<String, Object> frame) {
    return (Map<String, Object>) member(frame, "data");
  }

  /** A member that must be there. */
  public static Object member(Map<String, Object> frame, String name) {
    Object member = frame.get(name);
    if (member == null) {
      throw new AssertionError("no " + name + " in " + frame);
    }
    return member;
  }

  private WebSocket live() {
    WebSocket open = socket;
    if (open == null) {
      throw new IllegalStateException("the socket is not open");
    }
    return open;
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    part.append(data);
    if (last) {
      frames.add(Json.object(part.toString().getBytes(StandardCharsets.UTF_8), "frame"));
      part.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closed.complete(new Closed(code, reason));
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    closed.complete(new Closed(1006, error.toString()));
  }

  @Override
  public void close() {
    live().abort();
    http.shutdownNow();
  }
}
