package ai.netra.loop.workspace;

import ai.netra.loop.record.Entry;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs a program that nobody trusts to its end: in time, with little to say, and all of it. */
final class Watchdog {

  /** More output than this ends it, and is cut off. */
  static final long MOST_OUTPUT_BYTES = 8L * 1024 * 1024;

  /** How long it has between TERM and KILL. */
  private static final Duration GRACE = Duration.ofSeconds(3);

  private static final Duration POLL = Duration.ofMillis(50);

  private final ProcessGroups processes;
  private final Consumer<Entry> records;

  Watchdog(ProcessGroups processes, Consumer<Entry> records) {
    this.processes = processes;
    this.records = records;
  }

  /** Why it did not end well; empty where it did. */
  Optional<String> run(Command command, Duration time) {
    ProcessGroup group = processes.spawn(command, records);
    try {
      return watched(group, command.output(), time).or(() -> status(group.onExit().join()));
    } finally {
      if (group.isAlive()) {
        group.stop(GRACE);
      }
      processes.endBearers(Surroundings.MARK, mark(command));
      cut(command.output());
    }
  }

  private static Optional<String> watched(ProcessGroup group, Path output, Duration time) {
    long deadline = System.nanoTime() + time.toNanos();
    try {
      while (!group.awaitExit(POLL)) {
        if (System.nanoTime() > deadline) {
          return Optional.of("ran longer than " + time.toSeconds() + " s and was ended");
        }
        if (size(output) > MOST_OUTPUT_BYTES) {
          return Optional.of("wrote more than " + MOST_OUTPUT_BYTES + " bytes and was ended");
        }
      }
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("the loop was interrupted while it ran");
    }
  }

  private static String mark(Command command) {
    return command.environment().getOrDefault(Surroundings.MARK, command.name());
  }

  private static Optional<String> status(int status) {
    return status == 0 ? Optional.empty() : Optional.of("ended with status " + status);
  }

  private static long size(Path output) {
    try {
      return Files.size(output);
    } catch (IOException e) {
      throw new WorkspaceFailure(output + ": the output cannot be read", e);
    }
  }

  private static void cut(Path output) {
    if (size(output) <= MOST_OUTPUT_BYTES) {
      return;
    }
    try (RandomAccessFile file = new RandomAccessFile(output.toFile(), "rw")) {
      file.setLength(MOST_OUTPUT_BYTES);
    } catch (IOException e) {
      throw new WorkspaceFailure(output + ": the output cannot be cut", e);
    }
  }
}
