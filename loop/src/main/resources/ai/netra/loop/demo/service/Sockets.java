import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** The socket at /ws: it greets whoever shows a token, and sends back what it is sent. */
final class Sockets {
  private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final Map<String, String> USERS = Map.of("ada-token", "ada", "bob-token", "bob");
  private static final int TEXT = 1;
  private static final int CLOSE = 8;

  private Sockets() {}

  /** Serves a socket to its end. */
  static void serve(Request request, InputStream in, OutputStream out) throws IOException {
    Optional<String> user = Optional.ofNullable(USERS.get(token(request)));
    Items.log(request, "\"socket\":\"handshake\",\"status\":" + (user.isPresent() ? 101 : 401));
    if (user.isEmpty()) {
      out.write("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".getBytes());
      return;
    }
    out.write(handshake(request).getBytes());
    send(out, TEXT, "{\"type\":\"connected\",\"user\":\"" + user.get() + "\"}");
    echo(request, in, out);
    Items.log(request, "\"socket\":\"close\"");
    send(out, CLOSE, "");
  }

  /** Browsers cannot set a header, so they send the token as a subprotocol. */
  private static String token(Request request) {
    return request.offered().stream()
        .filter(it -> it.startsWith("jwt."))
        .map(it -> it.substring(4))
        .findFirst()
        .orElse(request.header("Authorization").replace("Bearer ", ""));
  }

  private static String handshake(Request request) {
    StringBuilder head = new StringBuilder("HTTP/1.1 101 Switching Protocols\r\n");
    head.append("Upgrade: websocket\r\nConnection: Upgrade\r\n");
    head.append("Sec-WebSocket-Accept: ").append(accept(request)).append("\r\n");
    subprotocol(request).ifPresent(it -> head.append("Sec-WebSocket-Protocol: " + it + "\r\n"));
    return head.append("\r\n").toString();
  }

  /** What is selected of the offer. */
  private static Optional<String> subprotocol(Request request) {
    return request.offered().stream().filter("jwt-auth"::equals).findFirst();
  }

  private static String accept(Request request) {
    try {
      byte[] key = (request.header("Sec-WebSocket-Key") + GUID).getBytes();
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-1").digest(key));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-1, this one has not", e);
    }
  }

  /** Until the client closes. */
  private static void echo(Request request, InputStream in, OutputStream out) throws IOException {
    for (int first = in.read(); first >= 0 && (first & 15) != CLOSE; first = in.read()) {
      String said = payload(in).replaceAll("[^A-Za-z ]", "");
      Items.log(request, "\"socket\":\"message\",\"type\":\"echo\"");
      send(out, TEXT, "{\"type\":\"echo\",\"text\":\"" + said + "\"}");
    }
  }

  private static String payload(InputStream in) throws IOException {
    byte[] text = new byte[in.read() & 127];
    byte[] mask = in.readNBytes(4);
    for (int i = 0; i < text.length; i++) {
      text[i] = (byte) (in.read() ^ mask[i % 4]);
    }
    return new String(text);
  }

  private static void send(OutputStream out, int kind, String text) throws IOException {
    byte[] frame = new byte[2 + text.length()];
    frame[0] = (byte) (128 | kind);
    frame[1] = (byte) text.length();
    System.arraycopy(text.getBytes(), 0, frame, 2, text.length());
    out.write(frame);
    out.flush();
  }
}
