package ai.netra.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Both services of the built artifacts, started on free ports with data of their own, and how long
 * each took.
 */
record Platform(
    Child auth,
    Child backend,
    String authUrl,
    String backendUrl,
    double authMillis,
    double backendMillis)
    implements AutoCloseable {

  private static final String TEST_KEY = "b5Qw-8rTnVx2LkZp7YcJd4HsGf9MuAe1";
  private static final String SECRET = "c7Yt-3bNmQw9PzLx5KvRj8HdGs2FuEa6TiOo1WcZqXrM";
  private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

  /** Starts auth, then the backend, each from its start to its first 200 of readiness. */
  static Platform start(Path root, Path data) {
    int authPort = Child.freePort();
    int backendPort = Child.freePort();
    Map<String, String> variables = new HashMap<>();
    variables.put("NETRA_ENV", "test");
    variables.put("NETRA_AUTH_ISSUER", "http://localhost:" + authPort);
    variables.put("NETRA_BACKEND_URL", "http://localhost:" + backendPort);
    variables.put("NETRA_BACKEND_CLIENT_SECRET", SECRET);
    variables.put("NETRA_AUTH_E2E_KEY", TEST_KEY);
    variables.put("NETRA_AUTH_DATA", data.resolve("auth").toString());
    variables.put("NETRA_BACKEND_DATA", data.resolve("backend").toString());
    variables.put("NETRA_BACKEND_DEFAULT_PLAN", "developer");
    variables.put("NETRA_BACKEND_LIMITS_PINGS_PER_SECOND", "1000000");
    long authStart = System.nanoTime();
    Child auth =
        service(root.resolve("auth/target/app"), authPort, variables, data.resolve("auth.log"));
    double authMillis =
        auth.readyMillis("http://localhost:" + authPort + "/health/ready", authStart);
    long backendStart = System.nanoTime();
    Child backend =
        service(
            root.resolve("backend/target/app"),
            backendPort,
            variables,
            data.resolve("backend.log"));
    double backendMillis =
        backend.readyMillis("http://localhost:" + backendPort + "/health/ready", backendStart);
    return new Platform(
        auth,
        backend,
        "http://localhost:" + authPort,
        "http://localhost:" + backendPort,
        authMillis,
        backendMillis);
  }

  /** An access token of a new user. */
  String token() {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(authUrl + "/auth/e2e/identities"))
            .header("Content-Type", "application/json")
            .header("X-Netra-E2E-Key", TEST_KEY)
            .POST(BodyPublishers.ofString("{\"count\":1}"))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      Matcher token = TOKEN.matcher(response.body());
      if (!token.find()) {
        throw new IllegalStateException(
            "no token in the answer: " + response.statusCode() + " " + response.body());
      }
      return token.group(1);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public void close() {
    backend.close();
    auth.close();
  }

  private static Child service(Path app, int port, Map<String, String> variables, Path log) {
    Map<String, String> own = new HashMap<>(variables);
    own.put("SERVER_PORT", Integer.toString(port));
    List<String> command = List.of(java(), "-XX:AOTCache=app.aot", "-jar", "app.jar");
    return Child.start(command, app, own, log);
  }

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
