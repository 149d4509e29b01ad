package items;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Calls the service at ITEMS_URL. */
final class ItemsClient {
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final Pattern ID = Pattern.compile("\"id\":([0-9]+)");
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(LIMIT).build();
  private final String base = System.getenv("ITEMS_URL");

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send("GET", path, "");
  }

  HttpResponse<String> delete(String path) throws IOException, InterruptedException {
    return send("DELETE", path, "");
  }

  HttpResponse<String> put(String path) throws IOException, InterruptedException {
    return send("PUT", path, "");
  }

  HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
    return send("POST", path, body);
  }

  /** Creates an item and returns its path. */
  String created(String name) throws IOException, InterruptedException {
    HttpResponse<String> answer = post("/items", "{\"name\":\"" + name + "\"}");
    Matcher id = ID.matcher(answer.body());
    if (answer.statusCode() != 201 || !id.find()) {
      throw new AssertionError("no item was created: " + answer.statusCode() + " " + answer.body());
    }
    return "/items/" + id.group(1);
  }

  private HttpResponse<String> send(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(LIMIT)
            .method(method, BodyPublishers.ofString(body))
            .build();
    return http.send(request, BodyHandlers.ofString());
  }
}
