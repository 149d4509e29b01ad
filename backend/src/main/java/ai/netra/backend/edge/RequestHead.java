package ai.netra.backend.edge;

import ai.netra.backend.service.Refused;
import ai.netra.contract.error.ErrorCode;
import ai.netra.contract.error.Violation;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Version, host and target of a request that the parser let pass. */
final class RequestHead {

  private RequestHead() {}

  /** What is wrong with them; null where nothing is. */
  static @Nullable Refused refusal(HttpRequest request) {
    HttpVersion version = request.protocolVersion();
    if (!version.equals(HttpVersion.HTTP_1_1) && !version.equals(HttpVersion.HTTP_1_0)) {
      return new Refused(
          ErrorCode.BAD_REQUEST,
          "request: HTTP/1.1 is expected, got " + Violation.cut(version.text()));
    }
    int hosts = request.headers().getAll(HttpHeaderNames.HOST).size();
    boolean oneIsDue = version.equals(HttpVersion.HTTP_1_1);
    if (hosts > 1 || (oneIsDue && hosts == 0)) {
      return new Refused(ErrorCode.BAD_REQUEST, "Host: one header line, got " + hosts);
    }
    return target(request.uri());
  }

  private static @Nullable Refused target(String target) {
    String path = target.split("[?#]", 2)[0];
    if (path.equals("*") || path.startsWith("//")) {
      return unreadable("one path that begins with one slash", target);
    }
    try {
      URI uri = new URI(path);
      String raw = uri.getRawPath();
      if (raw == null || !raw.startsWith("/")) {
        return unreadable("one path that begins with one slash", target);
      }
      RequestPath.decoded(raw);
      return query(target);
    } catch (URISyntaxException e) {
      return unreadable("the characters of a URI", target);
    } catch (Refused e) {
      return e;
    }
  }

  private static @Nullable Refused query(String target) {
    try {
      URI _ = new URI(target);
      return null;
    } catch (URISyntaxException e) {
      return new Refused(ErrorCode.BAD_REQUEST, "query: the characters of a URI, got others");
    }
  }

  private static Refused unreadable(String rule, String target) {
    String path = target.split("[?#]", 2)[0];
    return new Refused(ErrorCode.BAD_PATH, "path: %s, got %s".formatted(rule, Violation.cut(path)));
  }
}
