import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A request as it came over the wire. */
record Request(String method, String path, Map<String, String> headers, String body) {
  private static final int LONGEST_HEAD = 16_384;

  /** Reads one request, which names its length if it has a body. */
  static Request read(InputStream in) throws IOException {
    String[] head = head(in).split("\r\n", -1);
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line : Arrays.copyOfRange(head, 1, head.length)) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
      }
    }
    String[] words = head[0].split(" ", -1);
    int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
    return new Request(words[0], words[1], headers, new String(in.readNBytes(length)));
  }

  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    for (int end = 0; end < 4 && head.size() < LONGEST_HEAD; ) {
      int one = in.read();
      if (one < 0) {
        throw new EOFException("the connection ended in the head of a request");
      }
      head.write(one);
      end = one == (end % 2 == 0 ? '\r' : '\n') ? end + 1 : one == '\r' ? 1 : 0;
    }
    return head.toString();
  }

  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  boolean asksForSocket() {
    return header("Upgrade").equalsIgnoreCase("websocket");
  }

  /** The subprotocols that a client offers, a token among them. */
  List<String> offered() {
    return List.of(header("Sec-WebSocket-Protocol").split("\\s*,\\s*"));
  }

  /** Members of a receipt that name the trace; none where the client sent none. */
  String trace() {
    String parent = header("traceparent");
    return parent.length() < 52
        ? ""
        : "\"trace_id\":\"" + parent.substring(3, 35) + "\",\"parent_id\":\"" + parent.substring(36, 52) + "\",";
  }
}
