import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Items in memory: POST /items, GET /items, GET and DELETE /items/{id}, a socket at /ws. */
public final class Items {
  private static final Pattern NAME = Pattern.compile("\"name\"\\s*:\\s*\"([^\"\\\\]+)\"");
  private static final Map<Integer, String> NAMES = new ConcurrentSkipListMap<>();
  private static final AtomicInteger LAST = new AtomicInteger();
  private static final String REVISION = revision();

  private record Answer(String route, int status, String body, String stored) {}

  public static void main(String[] arguments) throws IOException {
    int port = Integer.parseInt(System.getenv("PORT"));
    try (ServerSocket server = new ServerSocket(port, 100, InetAddress.getLoopbackAddress())) {
      System.out.println("{\"notice\":\"items listen\",\"port\":" + server.getLocalPort() + "}");
      while (true) {
        Socket client = server.accept();
        Thread.ofVirtual().start(() -> serve(client));
      }
    }
  }

  private static void serve(Socket client) {
    try (client;
        InputStream in = new BufferedInputStream(client.getInputStream());
        OutputStream out = client.getOutputStream()) {
      Request request = Request.read(in);
      if (request.asksForSocket()) {
        Sockets.serve(request, in, out);
      } else {
        answer(request, out);
      }
    } catch (IOException e) {
      System.out.println("{\"notice\":\"a client went away\"}");
    }
  }

  private static void answer(Request request, OutputStream out) throws IOException {
    Answer answer = answer(request);
    // logged before it is sent: whoever has the answer finds the receipt
    if (!answer.route.startsWith("/health")) {
      log(request, "\"method\":\"" + request.method() + "\",\"route\":\"" + answer.route + "\",\"status\":"
          + answer.status + ",\"duration_ms\":0,\"stored\":[" + answer.stored + "]");
    }
    String length = answer.status == 204 ? "" : "Content-Length: " + answer.body.length() + "\r\n";
    out.write(("HTTP/1.1 " + answer.status + " Answered\r\nContent-Type: application/json\r\n"
        + length + "Connection: close\r\n\r\n" + answer.body).getBytes());
  }

  private static Answer answer(Request request) {
    Matcher name = NAME.matcher(request.body());
    boolean one = request.path().matches("/items/[0-9]{1,9}");
    int id = one ? Integer.parseInt(request.path().substring(7)) : 0;
    String route = one ? "/items/{id}" : request.path();
    return switch (request.method() + " " + route) {
      case "GET /health/ready" -> new Answer(route, 200, "{\"revision\":\"" + REVISION + "\"}", "");
      case "GET /items" -> new Answer(route, 200, list(), "");
      case "POST /items" -> name.find() ? create(name.group(1)) : new Answer(route, 400, error("name: a text is required"), "");
      case "GET /items/{id}" -> NAMES.containsKey(id) ? new Answer(route, 200, json(id), "") : new Answer(route, 404, error("no item " + id), "");
      case "DELETE /items/{id}" -> NAMES.remove(id) != null ? new Answer(route, 204, "", stored(id, "delete")) : new Answer(route, 404, error("no item " + id), "");
      case "PUT /items" -> new Answer(route, 405, error("items cannot be replaced"), "");
      default -> new Answer("/{unknown}", 404, error("no such route"), "");
    };
  }

  private static Answer create(String name) {
    int id = LAST.incrementAndGet();
    NAMES.put(id, name);
    return new Answer("/items", 201, json(id), stored(id, "create"));
  }

  private static String list() {
    return NAMES.keySet().stream().map(Items::json).collect(Collectors.joining(",", "[", "]"));
  }

  private static String json(int id) {
    return "{\"id\":" + id + ",\"name\":\"" + NAMES.get(id) + "\"}";
  }

  private static String error(String message) {
    return "{\"error\":\"" + message + "\"}";
  }

  private static String stored(int id, String operation) {
    return "{\"entity\":\"item\",\"id\":\"" + id + "\",\"operation\":\"" + operation + "\"}";
  }

  /** A receipt: a line about a request or a socket, under the trace of who asked. */
  static void log(Request request, String members) {
    System.out.println("{\"time\":\"" + Instant.now() + "\",\"service\":\"items\",\"revision\":\"" + REVISION + "\","
        + request.trace() + members + ",\"deploy\":\"" + System.getenv("NETRA_DEPLOY") + "\"}");
  }

  private static String revision() {
    try (InputStream baked = Items.class.getResourceAsStream("/revision")) {
      return baked == null ? "none" : new String(baked.readAllBytes());
    } catch (IOException e) {
      throw new ExceptionInInitializerError(e);
    }
  }
}
