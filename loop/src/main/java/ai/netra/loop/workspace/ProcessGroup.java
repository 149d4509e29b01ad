package ai.netra.loop.workspace;

import ai.netra.loop.record.Exited;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A spawned process that leads a group of its own. Whatever is left of the group when the leader
 * ends is killed. Safe for use by many threads.
 */
public final class ProcessGroup {

  /** How long the system may take to reap what KILL ended. */
  private static final Duration REAPED = Duration.ofSeconds(10);

  private static final Duration POLL = Duration.ofMillis(20);

  private final Command command;
  private final Process process;
  private final Instant birth;
  private final CompletableFuture<Integer> ended = new CompletableFuture<>();
  private volatile ProcFs.@Nullable Usage usage;

  ProcessGroup(Command command, Process process, Instant birth) {
    this.command = command;
    this.process = process;
    this.birth = birth;
  }

  /** The leader's process id, which is the group's. */
  public long pid() {
    return process.pid();
  }

  /** When the leader was born, as the system tells it: to a second. */
  public Instant birth() {
    return birth;
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /**
   * Completes with the leader's exit status (128 and the signal's number where one ended it), when
   * its group is gone and its end is recorded.
   */
  public CompletableFuture<Integer> onExit() {
    return ended.copy();
  }

  /** Waits for the leader's end and returns whether it came within the time. */
  public boolean awaitExit(Duration within) throws InterruptedException {
    return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Whether a member listens on the TCP port; yes where the system does not tell. */
  public boolean holdsPort(int port) {
    return !ProcFs.isAvailable() || ProcFs.holdsPort(pid(), port);
  }

  /** Sends TERM to the group, and KILL to what is left of it after a time; as {@link #kill}. */
  public void stop(Duration grace) {
    sample();
    Signals.term(pid());
    if (endsWithin(grace)) {
      awaitRecord();
    } else {
      kill();
    }
  }

  /** Sends KILL to the group and waits until it is gone and its end is recorded. */
  public void kill() {
    sample();
    Signals.kill(pid());
    endsWithin(REAPED);
    awaitRecord();
  }

  /** Stops the group where it stands until {@link #resume}; KILL ends it all the same. */
  public void pause() {
    Signals.pause(pid());
  }

  /** Lets a paused group go on. */
  public void resume() {
    Signals.resume(pid());
  }

  private void awaitRecord() {
    try {
      ended.get(REAPED.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      throw new WorkspaceFailure(command.name() + ": its end could not be recorded", e);
    }
  }

  private boolean endsWithin(Duration time) {
    long deadline = System.nanoTime() + time.toNanos();
    while (process.isAlive() || Signals.isAlive(pid())) {
      if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
        return false;
      }
      waitABit();
    }
    return true;
  }

  private static void waitABit() {
    try {
      Thread.sleep(POLL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Keeps what the process used so far; after its end nobody can tell. */
  void sample() {
    if (ProcFs.isAvailable()) {
      ProcFs.usage(pid()).filter(now -> now.peakBytes() > 0).ifPresent(now -> usage = now);
    }
  }

  int status() {
    return process.exitValue();
  }

  void ended() {
    ended.complete(status());
  }

  Exited exited() {
    ProcFs.Usage last = usage;
    return new Exited(
        command.role(),
        command.name(),
        pid(),
        status(),
        last == null ? null : last.cpuMillis(),
        last == null ? null : last.peakBytes(),
        outputHash());
  }

  private @Nullable String outputHash() {
    try {
      return Files.exists(command.output()) ? Hashes.sha256(command.output()) : null;
    } catch (IOException e) {
      throw new WorkspaceFailure(command.output() + ": the output cannot be read", e);
    }
  }
}
