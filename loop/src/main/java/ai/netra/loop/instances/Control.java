package ai.netra.loop.instances;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * The control channel on loopback: {@code /TOKEN/LANE/…}. Who knows the token is a worker of this
 * run; whose order it is says a {@code traceparent}, else the lane.
 */
final class Control implements AutoCloseable {

  private static final int TOKEN_BYTES = 16;

  /** Carries requests out. */
  interface Desk {

    /**
     * Answers a request.
     *
     * @param path what follows the lane
     */
    Reply answer(String method, List<String> path, Sender sender, String body)
        throws InterruptedException;
  }

  /** Who asks: the {@code traceparent} as it was sent, and the lane of the address. */
  record Sender(@Nullable String traceparent, int lane) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final String token;
  private final Desk desk;

  private Control(HttpServer server, String token, Desk desk) {
    this.server = server;
    this.token = token;
    this.desk = desk;
  }

  static Control open(SecureRandom random, Desk desk) {
    byte[] token = new byte[TOKEN_BYTES];
    random.nextBytes(token);
    try {
      InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      HttpServer server = HttpServer.create(any, 0);
      Control control = new Control(server, HexFormat.of().formatHex(token), desk);
      server.setExecutor(control.threads);
      server.createContext("/", control::handle);
      server.start();
      return control;
    } catch (IOException e) {
      throw new UncheckedIOException("no port on loopback for the gateway's orders", e);
    }
  }

  /** Where the attempt of a lane orders. */
  String address(int lane) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + token + "/" + lane;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      Reply reply = reply(exchange, body);
      byte[] json = reply.json().getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(reply.status(), json.length);
      exchange.getResponseBody().write(json);
    }
  }

  private Reply reply(HttpExchange exchange, String body) {
    try {
      List<String> path =
          Arrays.asList(exchange.getRequestURI().getPath().substring(1).split("/", -1));
      if (path.size() < 3
          || !path.getFirst().equals(token)
          || !path.get(1).matches("-1|[0-9]{1,6}")) {
        return Reply.of(new Refusal(403, "not an address of this run"));
      }
      String trace = exchange.getRequestHeaders().getFirst("traceparent");
      Sender sender = new Sender(trace, Integer.parseInt(path.get(1)));
      return desk.answer(exchange.getRequestMethod(), path.subList(2, path.size()), sender, body);
    } catch (Refusal e) {
      return Reply.of(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Reply.of(new Refusal(503, "the loop ends"));
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
