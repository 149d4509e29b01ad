package ai.netra.loop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Drives the real command line as a process of its own, in a folder, with a state directory. */
public final class Netra {

  private static final long SECONDS = 300;
  private static final Path PROBE =
      Path.of("../probe/target/netra-probe-1.0.0.jar").toAbsolutePath();

  private final Path folder;
  private final Path state;
  private final Map<String, String> environment = new HashMap<>(System.getenv());

  private Netra(Path folder, Path state) {
    this.folder = folder;
    this.state = state;
  }

  /** Commands run in {@code folder} and keep their state in {@code state}. */
  public static Netra in(Path folder, Path state) {
    return new Netra(folder, state);
  }

  /** Sets a variable for the commands that follow. */
  public Netra with(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** How a command ended and what it printed. */
  public record Ended(int status, String out, String err) {}

  /** Runs a command to its end; {@code --state} is added. */
  public Ended run(String... arguments) {
    try {
      Process process = start(arguments);
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("netra " + List.of(arguments) + ": has not ended");
      }
      return new Ended(process.exitValue(), read("out"), read("err"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while netra ran", e);
    }
  }

  /**
   * Starts a command; what it prints goes to the files {@code out} and {@code err} beside state.
   */
  public Process start(String... arguments) {
    List<String> argv = new ArrayList<>();
    argv.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    argv.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    argv.add("--enable-native-access=ALL-UNNAMED");
    argv.addAll(List.of("-Dnetra.probe=" + PROBE, "-cp"));
    argv.add(System.getProperty("java.class.path"));
    argv.add("ai.netra.loop.cli.Main");
    argv.addAll(List.of(arguments));
    argv.addAll(List.of("--state", state.toString()));
    ProcessBuilder builder = new ProcessBuilder(argv).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.redirectOutput(state.resolveSibling("out").toFile());
    builder.redirectError(state.resolveSibling("err").toFile());
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String read(String file) {
    try {
      return Files.readString(state.resolveSibling(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
