package ai.netra.auth.support;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The real service as a process of its own, on a free port, with its data in a folder. */
public final class AuthProcess implements AutoCloseable {

  public static final String E2E_KEY = "a-key-for-test-identities-0123456789";
  public static final String BACKEND_SECRET = "a-secret-of-the-backend-0123456789-abcdefghij";

  private static final Pattern PORT = Pattern.compile("\"message\":\"listening\",\"port\":(\\d+)");
  private static final String READY = "\"from\":\"warming\",\"phase\":\"ready\"";
  private static final long SECONDS = 60;

  private final Process process;
  private final Path output;
  private final Path errors;

  private AuthProcess(Process process, Path output, Path errors) {
    this.process = process;
    this.output = output;
    this.errors = errors;
  }

  /** The variables that most tests use: all comes from one address, so its limits are raised. */
  public static Map<String, String> variables(Path data) {
    Map<String, String> variables = new HashMap<>();
    variables.put("NETRA_ENV", "test");
    variables.put("SERVER_PORT", "0");
    variables.put("NETRA_AUTH_DATA", data.toString());
    variables.put("NETRA_AUTH_TOKEN_SKEW_SECONDS", "2");
    variables.put("NETRA_AUTH_E2E_KEY", E2E_KEY);
    variables.put("NETRA_BACKEND_CLIENT_SECRET", BACKEND_SECRET);
    variables.put("NETRA_AUTH_THROTTLE_IP", "100000/15m");
    variables.put("NETRA_AUTH_THROTTLE_REGISTER_IP", "100000/1h");
    variables.put("NETRA_AUTH_THROTTLE_TOKEN_IP", "100000/1m");
    return variables;
  }

  /** Starts the service and waits until it is ready. */
  public static AuthProcess ready(Path folder, Map<String, String> variables) {
    AuthProcess started = start(folder, variables);
    started.await(READY);
    return started;
  }

  /** Starts the service with these variables alone. */
  public static AuthProcess start(Path folder, Map<String, String> variables) {
    try {
      Files.createDirectories(folder);
      Path output = Files.createTempFile(folder, "output", ".log");
      Path errors = Files.createTempFile(folder, "errors", ".log");
      ProcessBuilder builder = service();
      builder.environment().clear();
      builder.environment().putAll(variables);
      builder.redirectOutput(output.toFile()).redirectError(errors.toFile());
      return new AuthProcess(builder.start(), output, errors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
    argv.add("ai.netra.auth.AuthApplication");
    return new ProcessBuilder(argv);
  }

  /** Waits until a line of the log holds the text. */
  public void await(String text) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (!output().contains(text)) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new AssertionError("no '%s' in the log:%n%s%s".formatted(text, output(), errors()));
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /** Where it listens. */
  public URI address() {
    Matcher matcher = PORT.matcher(output());
    if (!matcher.find()) {
      throw new AssertionError("no port in the log: " + output());
    }
    return URI.create("http://localhost:" + matcher.group(1));
  }

  public String output() {
    return read(output);
  }

  public String errors() {
    return read(errors);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for the end of the process; its exit code. */
  public int exitCode() {
    try {
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("the process goes on: " + output());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /** Asks the process to stop, and waits; its exit code. */
  public int stop() {
    process.destroy();
    return exitCode();
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      process.destroyForcibly();
      int _ = exitCode();
    }
  }
}
