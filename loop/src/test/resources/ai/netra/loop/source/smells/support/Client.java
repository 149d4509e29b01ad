package support;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/** A client as an honest suite has it. */
public final class Client implements AutoCloseable {
  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;

  public Client(String base) {
    this.base = base;
  }

  public static Client create() {
    return new Client(System.getenv("SHOP_URL"));
  }

  public Answer get(String path) {
    return send(HttpRequest.newBuilder(URI.create(base + path)).build());
  }

  public Answer post(String path, Map<String, Object> body) {
    return send(HttpRequest.newBuilder(URI.create(base + path)).POST(HttpRequest.BodyPublishers.ofString(body.toString())).build());
  }

  private Answer send(HttpRequest request) {
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body());
    } catch (IOException e) {
      throw new AssertionError("no answer from " + request.uri(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  public Frames connect(String path) {
    return Frames.open(http, URI.create(base + path));
  }

  @Override
  public void close() {
    try {
      http.close();
    } catch (IllegalStateException e) {
      System.err.println("already closed: " + e);
    }
  }
}
