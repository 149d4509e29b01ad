package ai.netra.e2e.support;

import ai.netra.probe.Attempt;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Requests to one of the two services; immutable, each carries the trace of its test. */
public final class Rest {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Platform.PATIENCE)
          .build();

  private static final HttpHeaders NONE = HttpHeaders.of(Map.of(), (name, value) -> true);

  private final URI base;
  private final Map<String, String> headers;
  private final Duration patience;

  private Rest(URI base, Map<String, String> headers, Duration patience) {
    this.base = base;
    this.headers = headers;
    this.patience = patience;
  }

  public static Rest auth() {
    return at(Platform.auth());
  }

  public static Rest backend() {
    return at(Platform.backend());
  }

  /** At one instance of a service. */
  public static Rest at(URI base) {
    return new Rest(base, Map.of(), Platform.PATIENCE.multipliedBy(2));
  }

  /** The same with somebody's token. */
  public Rest as(Identity identity) {
    return bearer(identity.accessToken());
  }

  /** The same with this token, whatever it is. */
  public Rest bearer(String token) {
    return header("Authorization", "Bearer " + token);
  }

  /** The same for answers that take longer. */
  Rest waiting(Duration longest) {
    return new Rest(base, headers, longest);
  }

  /** The same with one more header. */
  public Rest header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Rest(base, more, patience);
  }

  public Answer get(String path) {
    return send("GET", path, "");
  }

  /** Asks where nobody may listen yet; no answer has status 0. */
  public Answer tryGet(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(Platform.PATIENCE)
            .header("traceparent", Attempt.traceparent())
            .build();
    return CLIENT
        .sendAsync(request, BodyHandlers.ofString())
        .thenApply(it -> new Answer(it.statusCode(), it.headers(), it.body()))
        .exceptionally(nobody -> new Answer(0, NONE, ""))
        .join();
  }

  public Answer delete(String path) {
    return send("DELETE", path, "");
  }

  /** Posts JSON. */
  public Answer post(String path, String json) {
    return send("POST", path, json);
  }

  /** Posts JSON, waits until the answer's body begins, and goes away without the rest of it. */
  public void leave(String path, String json) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(patience)
            .POST(BodyPublishers.ofString(json))
            .header("Content-Type", "application/json")
            .header("traceparent", Attempt.traceparent());
    headers.forEach(request::header);
    try (InputStream body = CLIENT.send(request.build(), BodyHandlers.ofInputStream()).body()) {
      if (body.read() < 0) {
        throw new AssertionError("POST " + path + ": a body expected, got none");
      }
    } catch (IOException e) {
      throw new IllegalStateException("no answer to POST " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + path, e);
    }
  }

  /** Sends JSON, or no body where {@code json} is empty. */
  public Answer send(String method, String path, String json) {
    return send(
        method, path, "application/json", json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  /** Sends a body of any type. */
  public Answer send(String method, String path, String contentType, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(patience)
            .method(
                method,
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
            .header("traceparent", Attempt.traceparent());
    if (body.length > 0 && !headers.containsKey("Content-Type")) {
      request.header("Content-Type", contentType);
    }
    headers.forEach(request::header);
    return send(request.build());
  }

  private static Answer send(HttpRequest request) {
    try {
      HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new IllegalStateException(
          "no answer to " + request.method() + " " + request.uri().getPath(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(
          "interrupted while waiting for " + request.uri().getPath(), e);
    }
  }
}
