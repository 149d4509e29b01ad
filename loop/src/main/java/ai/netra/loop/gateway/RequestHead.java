package ai.netra.loop.gateway;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A request's head that can be read, with how long its body is. */
record RequestHead(Head head, String method, String target, Framing body) {

  private static final Pattern START =
      Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+) (\\S+) HTTP/1\\.[01]");

  /** Reads a head; empty when it or the length of its body is not plain. */
  static Optional<RequestHead> parse(byte[] bytes) {
    return Head.parse(bytes).flatMap(RequestHead::of);
  }

  private static Optional<RequestHead> of(Head head) {
    Matcher start = START.matcher(head.startLine());
    if (!start.matches() || start.group(1).equals("CONNECT")) {
      return Optional.empty();
    }
    return Framing.ofRequest(head)
        .map(body -> new RequestHead(head, start.group(1), start.group(2), body));
  }

  /** Whether the client asks for a WebSocket. */
  boolean asksForSocket() {
    return head.items("Upgrade").contains("websocket");
  }

  RequestHead with(Head changed) {
    return new RequestHead(changed, method, target, body);
  }

  /** The head without the offer to go on in HTTP/2, which the relay could not read. */
  RequestHead withoutH2c() {
    if (!head.items("Upgrade").contains("h2c")) {
      return this;
    }
    List<String> others =
        head.items("Connection").stream()
            .filter(item -> !item.equals("upgrade") && !item.equals("http2-settings"))
            .toList();
    Head plain = head.without("Upgrade").without("HTTP2-Settings").without("Connection");
    return with(others.isEmpty() ? plain : plain.with("Connection", String.join(", ", others)));
  }
}
