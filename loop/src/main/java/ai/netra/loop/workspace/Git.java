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
    if (result.status() != 0) {
      throw new WorkspaceFailure(
          "git %s in %s: ended with %d: %s"
              .formatted(arguments.getFirst(), checkout, result.status(), result.errors()));
    }
    return result;
  }

  /** Runs a command whose status is an answer. */
  public Result attempt(List<String> arguments, byte[] input) {
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
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Result(process.waitFor(), output, errors.join());
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
