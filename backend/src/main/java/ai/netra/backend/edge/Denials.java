package ai.netra.backend.edge;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import org.jspecify.annotations.Nullable;

/** Writes the one error body where no framework stands above. */
final class Denials {

  private final GuardParts parts;

  Denials(GuardParts parts) {
    this.parts = parts;
  }

  /** An answer that ends the connection. */
  FullHttpResponse of(Failure failure, @Nullable String origin, Trace trace, String requestId) {
    byte[] body = parts.errorBodies().of(failure, trace.traceId(), requestId);
    FullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            HttpResponseStatus.valueOf(failure.status()),
            Unpooled.wrappedBuffer(body));
    parts.standardHeaders().each("", origin, trace.traceId(), requestId, response.headers()::set);
    failure.headers().forEach(response.headers()::set);
    response.headers().set(HttpHeaderNames.CONTENT_TYPE, "application/json");
    response.headers().set(HttpHeaderNames.CONTENT_LENGTH, body.length);
    response.headers().set(HttpHeaderNames.CONNECTION, "close");
    return response;
  }
}
