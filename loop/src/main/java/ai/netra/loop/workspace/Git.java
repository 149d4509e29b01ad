package ai.netra.loop.workspace;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Runs git in a checkout; what it says in a language is not read, so status and output decide. */
public final class Git {

  private final Path checkout;
  private final Map<String, String> environment;

  Git(Path checkout, Map<String, String> environment) {
    this.checkout = checkout;
    this.environment = Map.copyOf(environment);
  }

  /** In a folder, with the variables of this process but for git's own. */
  public static Git in(Path folder) {
    return new Git(folder, Map.of());
  }

  /** The same git with one more variable. */
  public Git with(String name, Path value) {
    Map<String, String> more = new HashMap<>(environment);
    more.put(name, value.toString());
    return new Git(checkout, more);
  }

  /** Status and what was printed. */
  public record Result(int status, String output, String errors) {

    /** What was printed, without white space around it. */
    public String text() {
      return output.trim();
    }
  }

  /**
   * Runs a command that must succeed.
   *
   * @throws WorkspaceFailure with what git wrote where it does not
   */
  public Result run(List<String> arguments) {
    return run(arguments, new byte[0]);
  }

  /** The same with a text to read. */
  public Result run(List<String> arguments, byte[] input) {
    Result result = attempt(arguments, input);
    return succeeded(arguments, result, result);
  }

  private <T> T succeeded(List<String> arguments, Result result, T answer) {
    if (result.status() != 0) {
      throw new WorkspaceFailure(
          "git %s in %s: ended with %d: %s"
              .formatted(arguments.getFirst(), checkout, result.status(), result.errors()));
    }
    return answer;
  }

  /** Runs a command that must succeed and prints no text. */
  byte[] bytes(List<String> arguments, byte[] input) {
    Raw raw = raw(arguments, input);
    return succeeded(arguments, new Result(raw.status(), "", raw.errors()), raw.output());
  }

  /** Runs a command whose status is an answer. */
  public Result attempt(List<String> arguments, byte[] input) {
    Raw raw = raw(arguments, input);
    String output = new String(raw.output(), StandardCharsets.UTF_8);
    return new Result(raw.status(), output, raw.errors());
  }

  /** Nothing compares it: it hands the output on within this class. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Raw(int status, byte[] output, String errors) {}

  private Raw raw(List<String> arguments, byte[] input) {
    List<String> argv = new ArrayList<>(List.of("git"));
    argv.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(argv).directory(checkout.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      CompletableFuture<String> errors = errors(process);
      try (OutputStream stream = process.getOutputStream()) {
        stream.write(input);
      }
      byte[] output = process.getInputStream().readAllBytes();
      return new Raw(process.waitFor(), output, errors.join());
    } catch (IOException e) {
      throw new WorkspaceFailure("git: cannot be run in " + checkout + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WorkspaceFailure("git: interrupted in " + checkout, e);
    }
  }

  private static CompletableFuture<String> errors(Process process) {
    CompletableFuture<String> errors = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                byte[] bytes = process.getErrorStream().readAllBytes();
                errors.complete(new String(bytes, StandardCharsets.UTF_8).trim());
              } catch (IOException e) {
                errors.complete("(" + e.getMessage() + ")");
              }
            });
    return errors;
  }
}
