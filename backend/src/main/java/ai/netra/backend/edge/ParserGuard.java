package ai.netra.backend.edge;

import ai.netra.backend.service.Receipt;
import ai.netra.backend.service.Refused;
import ai.netra.contract.error.ErrorCode;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/**
 * Answers what the parser refuses, and targets that are no URI: with the one error body, the
 * headers and the line of every answer, where the framework would answer with nothing.
 */
final class ParserGuard extends ChannelInboundHandlerAdapter {

  static final String NAME = "netra.parser-guard";

  private final GuardParts parts;
  private boolean refused;

  ParserGuard(GuardParts parts) {
    this.parts = parts;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (refused) {
      ReferenceCountUtil.release(message);
      return;
    }
    Refused reason = message instanceof HttpObject part ? reason(part) : null;
    if (reason == null) {
      context.fireChannelRead(message);
      return;
    }
    refused = true;
    try {
      refuse(context, message instanceof HttpRequest request ? request : null, reason);
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  private static @Nullable Refused reason(HttpObject part) {
    if (part.decoderResult().isFailure()) {
      return reason(part.decoderResult().cause());
    }
    return part instanceof HttpRequest request ? RequestHead.refusal(request) : null;
  }

  private static Refused reason(Throwable cause) {
    return switch (cause) {
      case TooLongHttpLineException _ ->
          new Refused(ErrorCode.URI_TOO_LONG, "request line: at most 8192 bytes, got more");
      case TooLongHttpHeaderException _ ->
          new Refused(ErrorCode.HEADERS_TOO_LARGE, "headers: at most 16384 bytes, got more");
      default -> new Refused(ErrorCode.BAD_REQUEST, "request: HTTP/1.1 is expected, got none");
    };
  }

  private void refuse(
      ChannelHandlerContext context, @Nullable HttpRequest request, Refused reason) {
    long began = System.nanoTime();
    Trace trace = parts.traces().of(header(request, "traceparent"));
    String requestId = parts.traces().requestId(header(request, "X-Request-ID"));
    Failure failure = parts.failures().of(reason, null, trace.traceId());
    var _ =
        context
            .writeAndFlush(
                new Denials(parts).of(failure, header(request, "Origin"), trace, requestId))
            .addListener(ChannelFutureListener.CLOSE);
    AccessLog.write(
        new AccessLog.Line(
            trace,
            requestId,
            request == null ? "-" : request.method().name(),
            AccessLog.NO_ROUTE,
            failure.status(),
            System.nanoTime() - began,
            null,
            failure.code().name(),
            new Receipt()));
  }

  private static @Nullable String header(@Nullable HttpRequest request, String name) {
    return request == null ? null : request.headers().get(name);
  }
}
