package ai.netra.backend.edge;

import ai.netra.backend.service.Fields;
import ai.netra.backend.service.Json;
import ai.netra.backend.service.Limits;
import ai.netra.backend.service.Refused;
import ai.netra.contract.error.ErrorCode;
import ai.netra.contract.error.Violation;
import ai.netra.contract.route.Route;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;

/**
 * Media types, size and JSON of a request, in this order. A JSON body is read whole and parsed
 * here; other bodies stay with the request for their controller to read as a stream.
 */
final class BodyReader {

  private static final String FIELDS = BodyReader.class.getName() + ".fields";
  private static final String BYTES = BodyReader.class.getName() + ".bytes";
  private static final List<String> JSON = List.of("application/json");

  private final Limits limits;
  private final LegacyRoutes legacy;

  BodyReader(Limits limits, LegacyRoutes legacy) {
    this.limits = limits;
    this.legacy = legacy;
  }

  void read(ServerWebExchange exchange, Route route) {
    ServerHttpRequest request = exchange.getRequest();
    HttpHeaders headers = request.getHeaders();
    if (!MediaRanges.accepts(headers.getFirst(HttpHeaders.ACCEPT), route.produces())) {
      throw new Refused(
          ErrorCode.NOT_ACCEPTABLE,
          "Accept: one of %s, got %s"
              .formatted(route.produces(), shown(headers.getFirst(HttpHeaders.ACCEPT))));
    }
    if (route.consumes().isEmpty()) {
      return;
    }
    boolean sent = hasBody(headers);
    String type = headers.getFirst(HttpHeaders.CONTENT_TYPE);
    if ((sent || type != null) && !MediaRanges.consumes(type, route.consumes())) {
      throw new Refused(
          ErrorCode.UNSUPPORTED_MEDIA_TYPE,
          "Content-Type: one of %s, got %s".formatted(route.consumes(), shown(type)));
    }
    boolean json = route.consumes().equals(JSON);
    long limit = json ? limits.maxBodyBytes() : route.maxBodyBytes();
    if (headers.getContentLength() > limit) {
      throw tooLarge(limit);
    }
    if (json) {
      keep(exchange, route, sent ? bytes(request, limit) : new byte[0]);
    }
  }

  /** The fields of the JSON body; an absent body is an empty object. */
  static Fields fields(ServerWebExchange exchange) {
    Map<String, Object> object = exchange.getAttribute(FIELDS);
    return Fields.of(object == null ? Map.of() : object);
  }

  /** The bytes of the JSON body as they came. */
  static byte[] bytes(ServerWebExchange exchange) {
    byte[] bytes = exchange.getAttribute(BYTES);
    return bytes == null ? new byte[0] : bytes;
  }

  private void keep(ServerWebExchange exchange, Route route, byte[] bytes) {
    exchange.getAttributes().put(BYTES, bytes);
    Map<String, Object> object = bytes.length == 0 ? Map.of() : Json.object(bytes, "body");
    exchange.getAttributes().put(FIELDS, legacy.canonicalFields(route.path(), object));
  }

  private byte[] bytes(ServerHttpRequest request, long limit) {
    try {
      DataBuffer buffer =
          DataBufferUtils.join(request.getBody(), Math.toIntExact(limit))
              .block(limits.requestTimeout());
      return buffer == null ? new byte[0] : drained(buffer);
    } catch (DataBufferLimitException e) {
      throw tooLarge(limit);
    } catch (IllegalStateException e) {
      throw new Refused(
          ErrorCode.BAD_REQUEST,
          "body: all of it is expected within %d s".formatted(limits.requestTimeoutSeconds()));
    }
  }

  private static byte[] drained(DataBuffer buffer) {
    try {
      byte[] bytes = new byte[buffer.readableByteCount()];
      buffer.read(bytes);
      return bytes;
    } finally {
      DataBufferUtils.release(buffer);
    }
  }

  private static boolean hasBody(HttpHeaders headers) {
    return headers.getContentLength() > 0
        || headers.getFirst(HttpHeaders.TRANSFER_ENCODING) != null;
  }

  private static String shown(@Nullable String header) {
    return header == null ? "nothing" : Violation.cut(header);
  }

  private static Refused tooLarge(long limit) {
    return new Refused(
        ErrorCode.BODY_TOO_LARGE,
        "body: at most %d bytes, got more".formatted(limit),
        Map.of("limit_bytes", limit));
  }
}
