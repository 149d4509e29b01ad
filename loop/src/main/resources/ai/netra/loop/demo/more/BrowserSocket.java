package items;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A socket that keeps a browser's rule: who offers subprotocols needs one of them selected. */
final class BrowserSocket implements AutoCloseable, WebSocket.Listener {
  private static final long LIMIT_SECONDS = 3;
  private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private WebSocket socket;

  /** Opens it as a page does: the token is a subprotocol. */
  static BrowserSocket offering(String... subprotocols) throws Exception {
    BrowserSocket browser = new BrowserSocket();
    WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
    String[] more = List.of(subprotocols).subList(1, subprotocols.length).toArray(String[]::new);
    browser.open(builder.subprotocols(subprotocols[0], more));
    if (!List.of(subprotocols).contains(browser.socket.getSubprotocol())) {
      browser.socket.abort();
      throw new AssertionError(
          "closed with 1006: a subprotocol was offered, the handshake selected none");
    }
    return browser;
  }

  /** Opens it as a program does: the token is a header. */
  static BrowserSocket withHeader(String token) throws Exception {
    BrowserSocket program = new BrowserSocket();
    WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
    program.open(builder.header("Authorization", "Bearer " + token));
    return program;
  }

  private void open(WebSocket.Builder builder) throws Exception {
    URI uri = URI.create(System.getenv("ITEMS_URL").replaceFirst("^http", "ws") + "/ws");
    socket = builder.buildAsync(uri, this).get(LIMIT_SECONDS, TimeUnit.SECONDS);
  }

  void say(String text) throws Exception {
    socket.sendText(text, true).get(LIMIT_SECONDS, TimeUnit.SECONDS);
  }

  /** The next frame. */
  String next() throws InterruptedException {
    String frame = frames.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
    if (frame == null) {
      throw new AssertionError("no frame came within " + LIMIT_SECONDS + " s");
    }
    return frame;
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
    frames.add(text.toString());
    from.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
    closed.countDown();
    return null;
  }

  @Override
  public void close() throws Exception {
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "").get(LIMIT_SECONDS, TimeUnit.SECONDS);
    if (!closed.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("the service did not close within " + LIMIT_SECONDS + " s");
    }
  }
}
