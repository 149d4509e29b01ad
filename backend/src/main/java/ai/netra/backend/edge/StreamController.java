package ai.netra.backend.edge;

import ai.netra.backend.events.Cause;
import ai.netra.backend.events.Events;
import ai.netra.backend.identity.Caller;
import ai.netra.backend.runs.Runs;
import ai.netra.backend.runs.StartFields;
import ai.netra.backend.runs.StartOutcome;
import ai.netra.backend.service.Fields;
import ai.netra.backend.service.Json;
import ai.netra.backend.service.Limits;
import ai.netra.backend.service.Query;
import ai.netra.contract.run.StreamOffer;
import ai.netra.contract.socket.ClientMessage;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The streams of server-sent events. */
@RestController
final class StreamController {

  private static final String LAST_EVENT_ID = "Last-Event-ID";
  private static final String STREAM = MediaType.TEXT_EVENT_STREAM_VALUE;

  private final Streams streams;
  private final Runs runs;
  private final Events events;
  private final Limits limits;

  StreamController(Streams streams, Runs runs, Events events, Limits limits) {
    this.streams = streams;
    this.runs = runs;
    this.events = events;
    this.limits = limits;
  }

  /** Without {@code text/event-stream} in Accept a plain GET gets a short body and ends. */
  @GetMapping("/api/events/stream")
  Mono<Void> events(Caller caller, ServerWebExchange exchange) {
    ServerHttpRequest request = exchange.getRequest();
    String accept = request.getHeaders().getFirst("Accept");
    if (accept == null || !accept.toLowerCase(Locale.ROOT).contains(STREAM)) {
      exchange.getResponse().getHeaders().setContentType(MediaType.APPLICATION_JSON);
      byte[] offer = Json.mapper().writeValueAsBytes(offer(caller));
      return exchange
          .getResponse()
          .writeWith(Mono.just(exchange.getResponse().bufferFactory().wrap(offer)));
    }
    String last = request.getHeaders().getFirst(LAST_EVENT_ID);
    return send(exchange.getResponse(), streams.ofUser(caller, last));
  }

  @GetMapping("/api/runs/{id}/stream")
  Mono<Void> run(
      Caller caller,
      @PathVariable String id,
      Query query,
      @RequestHeader(name = LAST_EVENT_ID, required = false) @Nullable String last,
      ServerHttpResponse response) {
    long afterSeq = query.fields().integer("after_seq", 0, Long.MAX_VALUE, 0);
    query.fields().check();
    long place = streams.place(caller, last, 0);
    return send(response, streams.ofRun(caller, id, afterSeq, place));
  }

  @PostMapping("/api/chat/stream")
  Mono<Void> chat(
      Caller caller,
      Fields fields,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      ServerHttpResponse response) {
    return started(caller, fields, key, response);
  }

  @PostMapping("/api/agents/stream")
  Mono<Void> agent(
      Caller caller,
      Fields fields,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      ServerHttpResponse response) {
    return started(caller, fields, key, response);
  }

  private Mono<Void> started(
      Caller caller, Fields fields, @Nullable String key, ServerHttpResponse response) {
    ClientMessage.Start message = StartFields.read(fields, limits, true);
    fields.check();
    ClientMessage.Start keyed = key == null ? message : message.withClientMessageId(key);
    StartOutcome outcome = runs.start(Cause.of(caller), StartFields.request(keyed, null));
    return send(response, streams.ofRun(caller, outcome.run().head().id(), 0, 0));
  }

  private StreamOffer offer(Caller caller) {
    return new StreamOffer(
        STREAM,
        events.cursor(caller.user(), events.end(caller.user())),
        runs.unfinished(caller.user()));
  }

  private static Mono<Void> send(ServerHttpResponse response, EventStream stream) {
    response.getHeaders().set("Content-Type", STREAM + ";charset=UTF-8");
    response.getHeaders().set("X-Accel-Buffering", "no");
    response.getHeaders().setCacheControl("no-store");
    return response.writeAndFlushWith(stream.body());
  }
}
