package ai.netra.backend.running;

import ai.netra.backend.service.Json;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The real service as a process of its own, at a free port. */
public final class RunningBackend implements AutoCloseable {

  private static final Pattern PORT = Pattern.compile("\"message\":\"listening\",\"port\":(\\d+)");
  private static final Duration START = Duration.ofSeconds(90);
  private static final String SECRET = "0123456789abcdefghijABCDEFGHIJ0123456789abcdefghijABC";

  private final Process process;
  private final Path log;
  private final HttpClient http = HttpClient.newHttpClient();
  private final int port;

  private RunningBackend(Process process, Path log) throws Exception {
    this.process = process;
    this.log = log;
    this.port = Integer.parseInt(await(PORT).group(1));
  }

  /** Starts it and waits until it is ready. */
  public static RunningBackend ready(Path folder, URI issuer, Map<String, String> more)
      throws Exception {
    RunningBackend backend = listening(folder, issuer, more);
    backend.awaitLine(line -> line.contains("\"phase\":\"ready\""));
    return backend;
  }

  /** Starts it and waits until its port is open. */
  public static RunningBackend listening(Path folder, URI issuer, Map<String, String> more)
      throws Exception {
    Files.createDirectories(folder);
    Path log = Files.createTempFile(folder, "log", ".jsonl");
    return new RunningBackend(process(folder, issuer, more, log), log);
  }

  /** Starts it without waiting for anything. */
  public static Process process(Path folder, URI issuer, Map<String, String> more, Path log)
      throws IOException {
    ProcessBuilder builder = service();
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(key -> key.startsWith("NETRA_"));
    environment.put("NETRA_ENV", "test");
    environment.put("SERVER_PORT", "0");
    environment.put("NETRA_AUTH_ISSUER", issuer.toString());
    environment.put("NETRA_BACKEND_DATA", folder.resolve("data").toString());
    environment.put("NETRA_BACKEND_CLIENT_SECRET", SECRET);
    environment.put("NETRA_BACKEND_DEFAULT_PLAN", "pro");
    environment.put("NETRA_BACKEND_LIMITS_TOKEN_SKEW_SECONDS", "2");
    environment.putAll(more);
    return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }

  /** What was packaged, where Maven has come so far; else the classes of this test's own path. */
  private static ProcessBuilder service() {
    List<String> argv = new ArrayList<>();
    argv.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    argv.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    String app = System.getProperty("netra.app");
    if (app != null) {
      argv.addAll(List.of("-XX:AOTCache=app.aot", "-jar", "app.jar"));
      return new ProcessBuilder(argv).directory(new File(app));
    }
    argv.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp"));
    argv.add(System.getProperty("java.class.path"));
    argv.add("ai.netra.backend.Backend");
    return new ProcessBuilder(argv);
  }

  public int port() {
    return port;
  }

  public URI url() {
    return URI.create("http://localhost:" + port);
  }

  public Process process() {
    return process;
  }

  /** A request of this path. */
  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(url().resolve(path)).timeout(Duration.ofSeconds(30));
  }

  public HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  public HttpResponse<String> get(String path) throws Exception {
    return send(request(path));
  }

  /** The JSON object of an answer. */
  public static Map<String, Object> json(HttpResponse<String> response) {
    return Json.object(response.body().getBytes(StandardCharsets.UTF_8), "answer");
  }

  /** The whole log so far. */
  public String log() throws IOException {
    return Files.readString(log);
  }

  /** Lines of the log of a trace, awaited until the condition holds. */
  public List<Map<String, Object>> awaitTrace(
      String traceId, Predicate<List<Map<String, Object>>> enough) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (true) {
      List<Map<String, Object>> lines = new ArrayList<>();
      for (String line : log().lines().toList()) {
        if (line.contains(traceId)) {
          lines.add(Json.object(line.getBytes(StandardCharsets.UTF_8), "line"));
        }
      }
      if (enough.test(lines)) {
        return lines;
      }
      if (System.nanoTime() > deadline) {
        throw new AssertionError("trace " + traceId + " has only " + lines);
      }
      Thread.sleep(20);
    }
  }

  /** Waits for a line of the log. */
  public String awaitLine(Predicate<String> wanted) throws Exception {
    long deadline = System.nanoTime() + START.toNanos();
    while (System.nanoTime() < deadline) {
      var line = log().lines().filter(wanted).findFirst();
      if (line.isPresent()) {
        return line.get();
      }
      if (!process.isAlive()) {
        break;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("the line never came:\n" + log());
  }

  private Matcher await(Pattern pattern) throws Exception {
    Matcher matcher = pattern.matcher(awaitLine(line -> pattern.matcher(line).find()));
    boolean _ = matcher.find();
    return matcher;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(40, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    http.close();
  }
}
