package ai.netra.backend.edge;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.core.publisher.Mono;

/** A response that remembers what it said. */
final class RecordedResponse extends ServerHttpResponseDecorator {

  private volatile String body = "";

  RecordedResponse(ServerHttpResponse response) {
    super(response);
  }

  @Override
  public Mono<Void> writeWith(Publisher<? extends DataBuffer> parts) {
    return DataBufferUtils.join(parts)
        .flatMap(
            whole -> {
              body = whole.toString(StandardCharsets.UTF_8);
              return super.writeWith(Mono.just(whole));
            });
  }

  boolean succeeded() {
    HttpStatusCode status = getStatusCode();
    return status == null || status.is2xxSuccessful();
  }

  CallRecords.Answer answer() {
    HttpStatusCode status = getStatusCode();
    @Nullable String location = getHeaders().getFirst(HttpHeaders.LOCATION);
    return new CallRecords.Answer(status == null ? 200 : status.value(), location, body);
  }
}
