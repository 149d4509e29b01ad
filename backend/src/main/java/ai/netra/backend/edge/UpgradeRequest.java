package ai.netra.backend.edge;

import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a handshake that count.
 *
 * @param version of the protocol, null where none is named
 * @param key the client's random bytes in base64, null where there are none
 * @param protocols the offered subprotocols, all lines merged and trimmed
 * @param authorizations the lines of that header
 */
record UpgradeRequest(
    @Nullable String version,
    @Nullable String key,
    List<String> protocols,
    List<String> authorizations,
    @Nullable String origin,
    @Nullable String cursor,
    boolean legacy,
    String address,
    Trace trace,
    String requestId) {

  private static final String TOKEN = "jwt.";

  static UpgradeRequest of(HttpRequest request, String address, Traces traces) {
    HttpHeaders headers = request.headers();
    QueryStringDecoder query = new QueryStringDecoder(request.uri());
    return new UpgradeRequest(
        headers.get("Sec-WebSocket-Version"),
        headers.get("Sec-WebSocket-Key"),
        headers.getAll("Sec-WebSocket-Protocol").stream()
            .flatMap(line -> Arrays.stream(line.split(",")))
            .map(String::strip)
            .filter(entry -> !entry.isEmpty())
            .toList(),
        headers.getAll("Authorization"),
        headers.get("Origin"),
        first(query, "cursor"),
        "1".equals(first(query, "legacy")) || "1".equals(headers.get("X-Netra-Legacy")),
        address,
        traces.of(headers.get("traceparent")),
        traces.requestId(headers.get("X-Request-ID")));
  }

  boolean offers(String protocol) {
    return protocols.contains(protocol);
  }

  /** The text of the first token entry, decoded; empty where it is no base64url of a text. */
  Optional<String> token() {
    return protocols.stream()
        .filter(entry -> entry.startsWith(TOKEN))
        .findFirst()
        .map(entry -> decoded(entry.substring(TOKEN.length())));
  }

  /** What was offered, without any part of a token. */
  List<String> offered() {
    return protocols.stream().map(entry -> entry.startsWith(TOKEN) ? "jwt.…" : entry).toList();
  }

  private static String decoded(String text) {
    try {
      String bare = text.replaceAll("=+$", "");
      return new String(Base64.getUrlDecoder().decode(bare), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static @Nullable String first(QueryStringDecoder query, String name) {
    List<String> values = query.parameters().get(name);
    return values == null || values.isEmpty() ? null : values.getFirst();
  }
}
