package ai.netra.auth.web;

import ai.netra.auth.service.Ids;
import ai.netra.contract.error.ErrorCode;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Writes the one error body for what the server refuses before a request exists. */
final class ParserErrors extends ErrorHandler {

  private final ErrorAnswers errors;
  private final SecurityHeaders headers;
  private final Ids ids;

  ParserErrors(ErrorAnswers errors, SecurityHeaders headers, Ids ids) {
    this.errors = errors;
    this.headers = headers;
    this.ids = ids;
  }

  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      @Nullable String message,
      @Nullable Throwable cause,
      Callback callback) {
    HttpFields fields = request.getHeaders();
    Trace trace = Trace.of(fields.get("traceparent"), fields.get("X-Request-ID"), ids);
    Refused refused = refused(code, cause);
    Answer answer = errors.answer(refused, trace, "");
    response.setStatus(answer.status());
    HttpFields.Mutable out = response.getHeaders();
    headers.all().forEach(out::put);
    answer.headers().forEach(out::put);
    out.put("X-Trace-Id", trace.traceId());
    out.put("X-Request-ID", trace.requestId());
    out.put(HttpHeader.CONTENT_TYPE, "application/json");
    byte[] body = Json.MAPPER.writeValueAsBytes(answer.body());
    out.put(HttpHeader.CONTENT_LENGTH, body.length);
    Receipt receipt = new Receipt();
    receipt.refused(refused.code());
    ReceiptLog.write(
        new ReceiptLog.Line(trace, request.getMethod(), null, answer.status(), 0), receipt);
    response.write(true, ByteBuffer.wrap(body), callback);
  }

  private static Refused refused(int status, @Nullable Throwable cause) {
    return switch (status) {
      case 400 -> malformed(cause);
      case 414 -> new Refused(ErrorCode.URI_TOO_LONG, "URI: at most 16 KiB, got more");
      case 431 -> new Refused(ErrorCode.HEADERS_TOO_LARGE, "headers: at most 16 KiB, got more");
      case 503 -> new Refused(ErrorCode.SERVICE_DRAINING, "service: it is shutting down");
      case 505 -> malformed(null);
      default ->
          status >= 500
              ? new Refused(ErrorCode.INTERNAL_ERROR, "service: it failed")
              : malformed(null);
    };
  }

  /** The server's reader of URIs throws this, and nothing else of it does. */
  private static Refused malformed(@Nullable Throwable cause) {
    return cause != null && cause.getCause() instanceof IllegalArgumentException
        ? new Refused(ErrorCode.BAD_PATH, "path: one that can be read, got one that cannot")
        : new Refused(ErrorCode.BAD_REQUEST, "request: HTTP/1.1, got something else");
  }
}
