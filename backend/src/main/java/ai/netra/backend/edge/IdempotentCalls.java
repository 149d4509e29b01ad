package ai.netra.backend.edge;

import ai.netra.backend.edge.CallRecords.Answer;
import ai.netra.backend.edge.CallRecords.Call;
import ai.netra.backend.edge.CallRecords.Taken;
import ai.netra.backend.identity.Caller;
import ai.netra.backend.service.Refused;
import ai.netra.contract.error.ErrorCode;
import ai.netra.contract.error.Violation;
import ai.netra.contract.route.Route;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** A POST under an idempotency key is done once; its first answer is given again. */
final class IdempotentCalls {

  private static final String HEADER = "Idempotency-Key";
  private static final int MAX_CHARACTERS = 64;
  private static final List<String> JSON = List.of("application/json");

  private final CallRecords records;

  IdempotentCalls(CallRecords records) {
    this.records = records;
  }

  /** Takes a request on to its controller, or answers it again. */
  void through(ServerWebExchange exchange, WebFilterChain chain, Visit visit) {
    Call call = call(exchange, visit);
    if (call == null) {
      chain.filter(exchange).block();
      return;
    }
    switch (records.take(call)) {
      case Taken.Free() -> first(exchange, chain, call);
      case Taken.Working() ->
          throw new Refused(
              ErrorCode.REQUEST_IN_PROGRESS, "Idempotency-Key: the same call is at work");
      case Taken.Other() ->
          throw new Refused(
              ErrorCode.IDEMPOTENCY_CONFLICT, "Idempotency-Key: it stands for another call");
      case Taken.Done(Answer answer) -> again(exchange.getResponse(), answer);
    }
  }

  private static @Nullable Call call(ServerWebExchange exchange, Visit visit) {
    String key = exchange.getRequest().getHeaders().getFirst(HEADER);
    Caller caller = visit.caller();
    Route route = visit.route();
    if (key == null || caller == null || route == null || !isCounted(route)) {
      return null;
    }
    if (key.isBlank() || key.length() > MAX_CHARACTERS) {
      throw Refused.violations(
          List.of(new Violation(HEADER, "1..%d characters".formatted(MAX_CHARACTERS), key)));
    }
    String path = exchange.getRequest().getURI().getRawPath();
    return new Call(caller.user(), key, route.name(), sha256(path, BodyReader.bytes(exchange)));
  }

  /** Streams have no one answer, and uploads know their bytes again by themselves. */
  private static boolean isCounted(Route route) {
    return route.method().equals("POST")
        && route.produces().equals(JSON)
        && (route.consumes().isEmpty() || route.consumes().equals(JSON));
  }

  private void first(ServerWebExchange exchange, WebFilterChain chain, Call call) {
    RecordedResponse response = new RecordedResponse(exchange.getResponse());
    boolean kept = false;
    try {
      chain.filter(exchange.mutate().response(response).build()).block();
      if (response.succeeded()) {
        records.done(call, response.answer());
        kept = true;
      }
    } finally {
      if (!kept) {
        records.failed(call);
      }
    }
    response.send().block();
  }

  private static void again(ServerHttpResponse response, Answer answer) {
    HttpHeaders headers = response.getHeaders();
    headers.set("Idempotency-Replayed", "true");
    if (answer.location() != null) {
      headers.set(HttpHeaders.LOCATION, answer.location());
    }
    response.setRawStatusCode(answer.status());
    if (answer.body().isEmpty()) {
      response.setComplete().block();
      return;
    }
    headers.setContentType(MediaType.APPLICATION_JSON);
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    response.writeWith(Mono.just(response.bufferFactory().wrap(body))).block();
  }

  private static String sha256(String path, byte[] body) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(path.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
