import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Starts the packaged service once, asks a few routes and stops it, so that the virtual machine
 * writes {@code app.aot}. Run by the build with the folder of the artifact.
 */
final class Train {

  private static final Pattern PORT = Pattern.compile("\"message\":\"listening\",\"port\":(\\d+)");
  /** The cache is written while the service stops, which takes long on a busy machine. */
  private static final long STOP_SECONDS = 240;

  private static final int SETTINGS_REFUSED = 78;
  /**
   * Profiles of a training run make the second compiler work while the service starts, which costs
   * the start more than it wins.
   */
  private static final String FIRST_COMPILER = "-XX:TieredStopAtLevel=1";

  private static final String READY = "\"phase\":\"ready\"";
  private static final List<String> PATHS =
      List.of("/health/ready", "/version", "/oauth2/jwks", "/auth/config", "/login", "/oauth2/authorize", "/nope");
  private static final String ACCOUNT =
      "{\"email\":\"training@example.com\",\"password\":\"a training run of the build\"}";

  public static void main(String[] arguments) throws Exception {
    Path app = Path.of(arguments[0]);
    Path data = Files.createTempDirectory("netra-auth-training");
    Path log = Files.createFile(data.resolve("log"));
    Process service = start(app, data, log);
    try {
      train(URI.create("http://localhost:" + port(service, log)));
    } finally {
      service.destroy();
      if (!service.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        service.destroyForcibly();
      }
      delete(data);
    }
    prove(app);
  }

  /** With the mode "on" a virtual machine that cannot use the cache does not start. */
  private static void prove(Path app) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(java(), "-XX:AOTMode=on", "-XX:AOTCache=app.aot", "-jar", "app.jar");
    builder.directory(app.toFile()).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("NETRA_ENV", "refused on purpose");
    int code = builder.start().waitFor();
    if (code != SETTINGS_REFUSED) {
      throw new IllegalStateException(
          app.resolve("app.aot") + ": cannot be used, exit code " + code);
    }
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static Process start(Path app, Path data, Path log) throws IOException {
    Files.deleteIfExists(app.resolve("app.aot"));
    ProcessBuilder builder =
        new ProcessBuilder(java(), "-XX:AOTCacheOutput=app.aot", FIRST_COMPILER, "-jar", "app.jar");
    builder.directory(app.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().keySet().removeIf(key -> key.startsWith("NETRA_"));
    builder.environment().put("NETRA_ENV", "test");
    builder.environment().put("SERVER_PORT", "0");
    builder.environment().put("NETRA_AUTH_DATA", data.toString());
    return builder.start();
  }

  private static int port(Process service, Path log) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (System.nanoTime() < deadline && service.isAlive()) {
      String lines = Files.readString(log);
      Matcher matcher = PORT.matcher(lines);
      if (lines.contains(READY) && matcher.find()) {
        return Integer.parseInt(matcher.group(1));
      }
      Thread.sleep(50);
    }
    throw new IllegalStateException("the training start was not ready:\n" + Files.readString(log));
  }

  private static void train(URI base) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (String path : PATHS) {
        client.send(request(base, path).GET().build(), BodyHandlers.ofString());
      }
      for (String path : List.of("/auth/register", "/auth/login")) {
        HttpRequest post =
            request(base, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(ACCOUNT))
                .build();
        client.send(post, BodyHandlers.ofString());
      }
    }
  }

  private static HttpRequest.Builder request(URI base, String path) {
    return HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(20));
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
