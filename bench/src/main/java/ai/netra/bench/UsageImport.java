package ai.netra.bench;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends a file of usage to the backend and waits until its rows can be asked about. */
record UsageImport(String backendUrl, User owner) {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** Seconds from the first byte sent to the end of the import, of which every row must be new. */
  double seconds(Path file, int rows) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      long start = System.nanoTime();
      HttpRequest upload =
          request("").header("Content-Type", "text/csv").POST(BodyPublishers.ofFile(file)).build();
      JsonNode answer = answer(client, upload);
      while (!answer.at("/state").asString().equals("completed")) {
        if (System.nanoTime() - start > PATIENCE.toNanos()
            || answer.at("/state").asString().equals("failed")) {
          throw new IllegalStateException("the import did not complete: " + answer);
        }
        Child.pause();
        answer = answer(client, request("/" + answer.at("/id").asString()).GET().build());
      }
      if (answer.at("/rows_inserted").asLong() != rows) {
        throw new IllegalStateException(rows + " new rows are required, got " + answer);
      }
      return (System.nanoTime() - start) / 1e9;
    } catch (FileNotFoundException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(backendUrl + "/api/usage/imports" + path))
        .header("Authorization", "Bearer " + owner.token())
        .timeout(PATIENCE);
  }

  private static JsonNode answer(HttpClient client, HttpRequest request) {
    try {
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      if (response.statusCode() / 100 != 2) {
        throw new IllegalStateException(
            request.uri() + ": " + response.statusCode() + " " + response.body());
      }
      return JsonMapper.shared().readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
