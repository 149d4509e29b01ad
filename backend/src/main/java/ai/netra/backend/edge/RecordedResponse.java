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

/** A response that is held until it is kept, so that who has it finds it again. */
final class RecordedResponse extends ServerHttpResponseDecorator {

  private volatile byte[] body = {};

  RecordedResponse(ServerHttpResponse response) {
    super(response);
  }

  @Override
  public Mono<Void> writeWith(Publisher<? extends DataBuffer> parts) {
    return DataBufferUtils.join(parts).doOnNext(this::hold).then();
  }

  private void hold(DataBuffer whole) {
    byte[] bytes = new byte[whole.readableByteCount()];
    whole.read(bytes);
    DataBufferUtils.release(whole);
    body = bytes;
  }

  @Override
  public Mono<Void> setComplete() {
    return Mono.empty();
  }

  /** Sends what was held. */
  Mono<Void> send() {
    return body.length == 0
        ? getDelegate().setComplete()
        : getDelegate().writeWith(Mono.just(bufferFactory().wrap(body)));
  }

  boolean succeeded() {
    HttpStatusCode status = getStatusCode();
    return status == null || status.is2xxSuccessful();
  }

  CallRecords.Answer answer() {
    HttpStatusCode status = getStatusCode();
    @Nullable String location = getHeaders().getFirst(HttpHeaders.LOCATION);
    return new CallRecords.Answer(
        status == null ? 200 : status.value(), location, new String(body, StandardCharsets.UTF_8));
  }
}
