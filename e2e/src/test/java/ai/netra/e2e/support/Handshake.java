package ai.netra.e2e.support;

import ai.netra.probe.Attempt;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A WebSocket handshake, header line by header line as the test wants it. */
public final class Handshake {

  /** What came of it. */
  public sealed interface Outcome {

    /** 101: the socket is open, {@code subprotocol} is what the server selected, or empty. */
    record Opened(WebSocketClient socket, String subprotocol) implements Outcome {}

    /** An HTTP answer instead. */
    record Refused(int status, Map<String, String> headers, String body) implements Outcome {

      /** Status and error code in one value. */
      public String refusal() {
        return status + " " + Json.read(body).at("/error_code").asString();
      }
    }
  }

  private final List<String> lines = new ArrayList<>();
  private String target = "/ws";
  private String version = "13";
  private URI backend = Platform.backend();

  private Handshake() {}

  public static Handshake plain() {
    return new Handshake();
  }

  /** With a token in the Authorization header. */
  public static Handshake bearer(String token) {
    return plain().header("Authorization", "Bearer " + token);
  }

  /** With a token among the subprotocols, as browsers do. */
  public static Handshake subprotocol(String token) {
    return plain().header("Sec-WebSocket-Protocol", "jwt-auth, jwt." + encoded(token));
  }

  /** The token as a subprotocol entry carries it, without padding. */
  public static String encoded(String token) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(token.getBytes(StandardCharsets.UTF_8));
  }

  public Handshake header(String name, String value) {
    lines.add(name + ": " + value);
    return this;
  }

  public Handshake target(String pathAndQuery) {
    target = pathAndQuery;
    return this;
  }

  public Handshake version(String number) {
    version = number;
    return this;
  }

  /** To an instance of the test's own. */
  public Handshake at(URI instance) {
    backend = instance;
    return this;
  }

  /** Connects and returns what the server said. */
  public Outcome connect() {
    try {
      Socket socket = new Socket();
      socket.connect(
          new InetSocketAddress(backend.getHost(), backend.getPort()),
          (int) Platform.PATIENCE.toMillis());
      socket.setTcpNoDelay(true);
      socket.setSoTimeout((int) Platform.PATIENCE.toMillis());
      socket.getOutputStream().write(request().getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return answer(socket, new BufferedInputStream(socket.getInputStream()));
    } catch (IOException e) {
      throw new UncheckedIOException("handshake with " + target, e);
    }
  }

  /** Connects where the handshake must succeed. */
  public WebSocketClient open() {
    return switch (connect()) {
      case Outcome.Opened opened -> opened.socket();
      case Outcome.Refused refused ->
          throw new AssertionError(
              "handshake: 101 expected, got " + refused.status() + " " + refused.body());
    };
  }

  /**
   * Opens as browsers do: where the server selects none of the subprotocols that were offered, the
   * client ends the connection and shows its page nothing but 1006.
   */
  public WebSocketClient openAsBrowser() {
    return switch (connect()) {
      case Outcome.Opened(WebSocketClient socket, String selected) -> {
        if (!offered().contains(selected)) {
          socket.abandon("the server selected '" + selected + "' of the offered subprotocols");
        }
        yield socket;
      }
      case Outcome.Refused refused ->
          throw new AssertionError(
              "handshake: 101 expected, got " + refused.status() + " " + refused.body());
    };
  }

  private List<String> offered() {
    return lines.stream()
        .filter(line -> line.startsWith("Sec-WebSocket-Protocol: "))
        .flatMap(line -> Arrays.stream(line.split(": ", 2)[1].split(", ", -1)))
        .toList();
  }

  /** Connects where it must be refused over HTTP. */
  public Outcome.Refused refused() {
    return switch (connect()) {
      case Outcome.Refused refused -> refused;
      case Outcome.Opened opened -> {
        opened.socket().cut();
        throw new AssertionError("handshake: a refusal expected, got 101");
      }
    };
  }

  private String request() {
    StringBuilder head = new StringBuilder("GET " + target + " HTTP/1.1\r\n");
    head.append("Host: ").append(backend.getAuthority()).append("\r\n");
    head.append("Upgrade: websocket\r\nConnection: Upgrade\r\n");
    head.append("Sec-WebSocket-Version: ").append(version).append("\r\n");
    head.append("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
    head.append("traceparent: ").append(Attempt.traceparent()).append("\r\n");
    lines.forEach(line -> head.append(line).append("\r\n"));
    return head.append("\r\n").toString();
  }

  private static Outcome answer(Socket socket, InputStream in) throws IOException {
    String statusLine = line(in);
    int status = Integer.parseInt(statusLine.split(" ", -1)[1]);
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(java.util.Locale.ROOT),
          line.substring(colon + 1).strip());
    }
    if (status == 101) {
      String selected = headers.getOrDefault("sec-websocket-protocol", "");
      return new Outcome.Opened(new WebSocketClient(socket, in), selected);
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    socket.close();
    return new Outcome.Refused(status, headers, body);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("the connection closed in the head of the answer: " + line);
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }
}
