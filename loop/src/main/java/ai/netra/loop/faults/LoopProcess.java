package ai.netra.loop.faults;

import ai.netra.loop.workspace.WorkspaceFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The loop as a process of its own, on a replay: it is told the replay's folders and nothing of the
 * catalogue.
 *
 * @param netra the words that start this program
 */
record LoopProcess(List<String> netra) {

  /** How long an interrupted loop may take to end in order. */
  private static final Duration GRACE = Duration.ofMinutes(2);

  LoopProcess {
    netra = List.copyOf(netra);
  }

  /**
   * How a command ended.
   *
   * @param last the last line of its standard output
   */
  record Ended(int status, String last, Duration took) {}

  /** Runs the loop to its end, or interrupts it after a time; what it says goes into a file. */
  Ended loop(Replica replica, Duration limit) {
    return run(replica, List.of("loop", "--new", "--json"), limit);
  }

  /** Whether the journal of the last run is as it was written. */
  boolean verifies(Replica replica) {
    return run(replica, List.of("verify"), GRACE).status() == 0;
  }

  private Ended run(Replica replica, List<String> command, Duration limit) {
    List<String> argv = new ArrayList<>(netra);
    argv.addAll(command);
    argv.addAll(List.of("--state", replica.state().toString()));
    Path out = replica.folder().resolve("out");
    ProcessBuilder builder =
        new ProcessBuilder(argv)
            .directory(replica.checkout().toFile())
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.appendTo(log(replica).toFile()));
    long began = System.nanoTime();
    try {
      int status = awaited(builder.start(), limit);
      List<String> lines = Files.readAllLines(out);
      return new Ended(
          status,
          lines.isEmpty() ? "" : lines.getLast(),
          Duration.ofNanos(System.nanoTime() - began));
    } catch (IOException e) {
      throw new WorkspaceFailure(argv + ": cannot be run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WorkspaceFailure(argv + ": interrupted", e);
    }
  }

  /** What the loop says to people. */
  static Path log(Replica replica) {
    return replica.folder().resolve("log");
  }

  private static int awaited(Process process, Duration limit) throws InterruptedException {
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroy();
      }
      if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
      return process.waitFor();
    } finally {
      process.destroy();
    }
  }
}
