package ai.netra.loop.cli;

import ai.netra.loop.round.Round;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Turns an interrupt of the process (SIGINT, SIGTERM) into the run's own end: the run is told, has
 * a while to end in order, and the process ends with the exit code that the run came to.
 */
final class Interrupts {

  private static final Duration LONGEST_END = Duration.ofSeconds(30);

  private final AtomicReference<Optional<Round>> round = new AtomicReference<>(Optional.empty());
  private final CompletableFuture<Integer> ended = new CompletableFuture<>();
  private final Thread hook = new Thread(this::interrupted, "interrupt");
  private volatile boolean told;

  private Interrupts() {}

  /** From now on, until {@link #end}. */
  static Interrupts begin() {
    Interrupts interrupts = new Interrupts();
    Runtime.getRuntime().addShutdownHook(interrupts.hook);
    return interrupts;
  }

  /** The round that an interrupt ends. */
  void lead(Round leading) {
    round.set(Optional.of(leading));
    if (told) {
      tell(leading);
    }
  }

  private void interrupted() {
    told = true;
    round.get().ifPresent(Interrupts::tell);
    try {
      int exit = ended.get(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS);
      Runtime.getRuntime().halt(exit);
    } catch (TimeoutException e) {
      System.err.println("netra: the run did not end within " + LONGEST_END.toSeconds() + " s");
      Runtime.getRuntime().halt(ExitCode.HUMAN.status());
    } catch (InterruptedException | ExecutionException e) {
      Runtime.getRuntime().halt(ExitCode.HUMAN.status());
    }
  }

  private static void tell(Round round) {
    round.interrupt("the process was told to end");
  }

  /** All is done; a process that is going down ends with this exit code. */
  void end(int exit) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      ended.complete(exit); // the machine is going down: the hook waits for this
    }
  }
}
