package ai.netra.auth.support;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A plain HTTP client of the service. */
public final class Client {

  public static final String PASSWORD = "correct horse battery";

  private static final JsonMapper MAPPER = JsonMapper.shared();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI base;

  public Client(URI base) {
    this.base = base;
  }

  /** What came back. */
  public record Reply(int status, String text, HttpResponse<String> raw) {

    public JsonNode json() {
      return MAPPER.readTree(text);
    }

    public String at(String pointer) {
      return json().at(pointer).asString();
    }

    public String header(String name) {
      return raw.headers().firstValue(name).orElse("");
    }
  }

  public Reply get(String path, String token) {
    return send(request(path, token).GET().build());
  }

  public Reply get(String path) {
    return send(request(path, "").GET().build());
  }

  public Reply post(String path, Map<String, ?> body) {
    return post(path, body, "");
  }

  public Reply post(String path, Map<String, ?> body, String token) {
    return send("POST", path, MAPPER.writeValueAsBytes(body), "application/json", token);
  }

  public Reply send(String method, String path, byte[] body, String type, String token) {
    return send(
        request(path, token)
            .header("Content-Type", type)
            .method(method, BodyPublishers.ofByteArray(body))
            .build());
  }

  public Reply delete(String path, String token) {
    return send(request(path, token).DELETE().build());
  }

  public HttpRequest.Builder request(String path, String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(40));
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  public Reply send(HttpRequest request) {
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      return new Reply(response.statusCode(), response.body(), response);
    } catch (IOException e) {
      throw new AssertionError(request + " was not answered", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  public static String newAddress() {
    return "user-" + UUID.randomUUID() + "@example.com";
  }

  /** Registers somebody new; the tokens. */
  public JsonNode registered() {
    return register(newAddress()).json();
  }

  public Reply register(String address) {
    return post("/auth/register", Map.of("email", address, "password", PASSWORD));
  }

  public Reply login(String address, String password) {
    return post("/auth/login", Map.of("email", address, "password", password));
  }

  public Reply refresh(String token) {
    return post("/auth/refresh", Map.of("refresh_token", token));
  }

  /** A token of the backend. */
  public String serviceToken() {
    return post(
            "/auth/service-token",
            Map.of("client_id", "netra-backend", "client_secret", AuthProcess.BACKEND_SECRET))
        .at("/access_token");
  }
}
