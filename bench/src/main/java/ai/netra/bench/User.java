package ai.netra.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real account with its access token. */
record User(String token) {

  /** Makes one through the test identities of the auth service at this address. */
  static User at(String authUrl, String testKey) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(authUrl + "/auth/e2e/identities"))
            .header("Content-Type", "application/json")
            .header("X-Netra-E2E-Key", testKey)
            .POST(BodyPublishers.ofString("{\"count\":1}"))
            .build();
    HttpResponse<String> response = send(request);
    JsonNode token = JsonMapper.shared().readTree(response.body()).at("/identities/0/access_token");
    if (token.isMissingNode()) {
      throw new IllegalStateException(
          "no token in the answer: " + response.statusCode() + " " + response.body());
    }
    return new User(token.asString());
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public String toString() {
    return "User[token=" + token.length() + " characters]";
  }
}
