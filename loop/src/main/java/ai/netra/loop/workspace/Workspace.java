package ai.netra.loop.workspace;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/**
 * What one running command owns: the checkout to read, the state directory to write, the processes
 * it spawns. Closing it ends every process group and gives the lock back.
 */
public final class Workspace implements AutoCloseable {

  private final Checkout checkout;
  private final StateDirectory state;
  private final ProcessGroups processes;
  private final OwnerLock lock;
  private final Clock clock;

  private Workspace(
      Checkout checkout,
      StateDirectory state,
      ProcessGroups processes,
      OwnerLock lock,
      Clock clock) {
    this.checkout = checkout;
    this.state = state;
    this.processes = processes;
    this.lock = lock;
    this.clock = clock;
  }

  /** What opening comes to. */
  public sealed interface Opening {

    /** The workspace is this command's. */
    record Opened(Workspace workspace) implements Opening {}

    /** Another process, described by id and birth, has it. */
    record Taken(String owner) implements Opening {}
  }

  /**
   * Opens the workspace of a checkout.
   *
   * @param purpose {@code loop} or {@code up}: one process at a time for each
   * @throws WorkspaceFailure when the folder is no checkout or the state directory refuses
   */
  public static Opening open(Path folder, StateDirectory state, String purpose, Clock clock) {
    Path file = state.root().resolve(purpose + ".lock");
    Optional<OwnerLock> lock = OwnerLock.tryAcquire(file);
    if (lock.isEmpty()) {
      return new Opening.Taken(OwnerLock.owner(file));
    }
    Checkout checkout = Checkout.at(folder, state);
    ProcessGroups processes = ProcessGroups.open(state, clock);
    return new Opening.Opened(new Workspace(checkout, state, processes, lock.get(), clock));
  }

  public Checkout checkout() {
    return checkout;
  }

  public StateDirectory state() {
    return state;
  }

  public ProcessGroups processes() {
    return processes;
  }

  public Clock clock() {
    return clock;
  }

  @Override
  public void close() {
    processes.close();
    lock.close();
  }
}
