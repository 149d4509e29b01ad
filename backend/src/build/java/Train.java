import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Starts the packaged service once beside an issuer that has no keys and revokes nothing, asks a few
 * routes and stops it, so that the virtual machine writes {@code app.aot}. Run by the build with
 * the folder of the artifact.
 */
final class Train {

  private static final Pattern PORT = Pattern.compile("\"message\":\"listening\",\"port\":(\\d+)");
  /**
   * Profiles of a training run make the second compiler work while the service starts, which costs
   * the start more than it wins.
   */
  private static final String FIRST_COMPILER = "-XX:TieredStopAtLevel=1";

  private static final String READY = "\"phase\":\"ready\"";
  private static final String SECRET = "a-training-secret-0123456789-of-the-build-alone";
  private static final List<String> PATHS =
      List.of("/health/ready", "/version", "/api/config", "/ws/config", "/ws", "/nope");

  public static void main(String[] arguments) throws Exception {
    Path app = Path.of(arguments[0]);
    Path data = Files.createTempDirectory("netra-backend-training");
    Path log = Files.createFile(data.resolve("log"));
    HttpServer issuer = issuer();
    Process service = start(app, data, log, issuer.getAddress().getPort());
    try {
      train(URI.create("http://localhost:" + port(service, log)));
    } finally {
      service.destroy();
      if (!service.waitFor(60, TimeUnit.SECONDS)) {
        service.destroyForcibly();
      }
      issuer.stop(0);
      delete(data);
    }
    if (!Files.isRegularFile(app.resolve("app.aot"))) {
      throw new IllegalStateException("the training start wrote no " + app.resolve("app.aot"));
    }
  }

  private static HttpServer issuer() throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server = HttpServer.create(address, 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/oauth2/jwks", exchange -> answer(exchange, "{\"keys\":[]}"));
    server.createContext(
        "/oauth2/token",
        exchange -> answer(exchange, "{\"access_token\":\"t\",\"expires_in\":3600}"));
    server.createContext(
        "/auth/feed/revocations", exchange -> answer(exchange, "{\"seq\":0,\"entries\":[]}"));
    server.createContext(
        "/auth/feed", exchange -> answer(exchange, "{\"events\":[],\"last_seq\":0}"));
    server.start();
    return server;
  }

  private static void answer(HttpExchange exchange, String body) throws IOException {
    if (exchange.getRequestURI().getPath().equals("/auth/feed")) {
      pause(Duration.ofMillis(200));
    }
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Process start(Path app, Path data, Path log, int issuerPort) throws IOException {
    Files.deleteIfExists(app.resolve("app.aot"));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder builder =
        new ProcessBuilder(java, "-XX:AOTCacheOutput=app.aot", FIRST_COMPILER, "-jar", "app.jar");
    builder.directory(app.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().keySet().removeIf(key -> key.startsWith("NETRA_"));
    builder.environment().put("NETRA_ENV", "test");
    builder.environment().put("SERVER_PORT", "0");
    builder.environment().put("NETRA_BACKEND_DATA", data.resolve("data").toString());
    builder.environment().put("NETRA_AUTH_ISSUER", "http://localhost:" + issuerPort);
    builder.environment().put("NETRA_BACKEND_CLIENT_SECRET", SECRET);
    return builder.start();
  }

  private static int port(Process service, Path log) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
    while (System.nanoTime() < deadline && service.isAlive()) {
      String lines = Files.readString(log);
      Matcher matcher = PORT.matcher(lines);
      if (lines.contains(READY) && matcher.find()) {
        return Integer.parseInt(matcher.group(1));
      }
      pause(Duration.ofMillis(50));
    }
    throw new IllegalStateException("the training start was not ready:\n" + Files.readString(log));
  }

  private static void train(URI base) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (String path : PATHS) {
        HttpRequest request =
            HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(20)).build();
        client.send(request, BodyHandlers.ofString());
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
