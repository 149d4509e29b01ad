package ai.netra.backend.identity;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * Calls of the auth service: 500 ms to connect, 3 s in all, once more after a failed connect. What
 * requests cause goes through a breaker; the loops that wait for the service do not, so that they
 * see it as soon as it is there.
 */
final class AuthClient implements AutoCloseable {

  static final Duration DEADLINE = Duration.ofSeconds(3);
  private static final Duration CONNECT = Duration.ofMillis(500);
  private static final int SERVER_FAILURE = 500;

  private final URI address;
  private final HttpClient http;
  private final CircuitBreaker breaker;

  AuthClient(URI address) {
    this.address = address;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    this.breaker =
        CircuitBreaker.of(
            "auth",
            CircuitBreakerConfig.custom()
                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(20)
                .minimumNumberOfCalls(10)
                .failureRateThreshold(50)
                .waitDurationInOpenState(Duration.ofSeconds(5))
                .permittedNumberOfCallsInHalfOpenState(3)
                .build());
  }

  HttpRequest.Builder request(String path, Duration deadline) {
    return HttpRequest.newBuilder(address.resolve(path)).timeout(deadline);
  }

  /** A call that a request waits for. */
  HttpResponse<String> guarded(HttpRequest request) throws AuthUnreachable {
    try {
      return breaker.executeCallable(() -> sent(request));
    } catch (CallNotPermittedException e) {
      throw new AuthUnreachable("auth: its breaker is open after too many failures", e);
    } catch (AuthUnreachable e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("auth: a call ended in a way nobody expects", e);
    }
  }

  /** A call of a loop that waits for the service. */
  HttpResponse<String> sent(HttpRequest request) throws AuthUnreachable {
    HttpResponse<String> response = once(() -> twice(request));
    if (response.statusCode() >= SERVER_FAILURE) {
      throw new AuthUnreachable(
          "auth: %s answered %d".formatted(request.uri().getPath(), response.statusCode()));
    }
    return response;
  }

  private static HttpResponse<String> once(Callable<HttpResponse<String>> call)
      throws AuthUnreachable {
    try {
      return call.call();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AuthUnreachable("auth: the call was interrupted", e);
    } catch (IOException e) {
      throw new AuthUnreachable("auth: no answer, " + e, e);
    } catch (Exception e) {
      throw new IllegalStateException("auth: a call ended in a way nobody expects", e);
    }
  }

  private HttpResponse<String> twice(HttpRequest request) throws IOException, InterruptedException {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (ConnectException | HttpConnectTimeoutException e) {
      return http.send(request, BodyHandlers.ofString());
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
