package ai.netra.loop.workspace;

import ai.netra.loop.record.Entry;
import ai.netra.loop.record.Spawned;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Spawns processes, each in a group of its own, and ends every one of them at the latest when the
 * loop ends. Safe for use by many threads.
 */
public final class ProcessGroups implements AutoCloseable {

  /** How long a group has between TERM and KILL when the loop itself ends. */
  private static final Duration LAST_GRACE = Duration.ofSeconds(3);

  private static final Duration SAMPLE = Duration.ofMillis(100);

  private final ProcessRegistry registry;
  private final Clock clock;
  private final Set<ProcessGroup> alive = ConcurrentHashMap.newKeySet();
  private final Thread hook = new Thread(this::endAll, "end-process-groups");

  private ProcessGroups(ProcessRegistry registry, Clock clock) {
    this.registry = registry;
    this.clock = clock;
  }

  static ProcessGroups open(StateDirectory state, Clock clock) {
    ProcessGroups groups = new ProcessGroups(new ProcessRegistry(state.processes()), clock);
    Runtime.getRuntime().addShutdownHook(groups.hook);
    return groups;
  }

  /** A process group that a dead loop left running, and that was killed. */
  public record Orphan(long pid, Instant birth, String name) {

    /** For people. */
    public String told() {
      return name + " (process group " + pid + ")";
    }
  }

  /** Kills what dead loops left running in this state directory; returns when it is gone. */
  public List<Orphan> endOrphans() {
    return registry.endOrphans();
  }

  /**
   * Kills every process that carries a variable in its environment whose value begins so, with its
   * group: what a loop was killed over before it had noted the process, and what left its group.
   * Nothing where the system does not tell.
   */
  public List<Orphan> endBearers(String variable, String prefix) {
    List<Orphan> ended = new ArrayList<>();
    for (long group : ProcFs.bearers(variable + "=" + prefix)) {
      Instant birth = Birth.of(group).orElse(Instant.EPOCH);
      if (Signals.kill(group)) {
        Signals.awaitEnd(group, LAST_GRACE);
        ended.add(new Orphan(group, birth, "process with " + variable + " " + prefix));
      }
    }
    return ended;
  }

  /**
   * Spawns a process.
   *
   * @param records gets {@link Spawned} now and {@link ai.netra.loop.record.Exited} at the end,
   *     from another thread
   * @throws WorkspaceFailure when the program cannot be started
   */
  public ProcessGroup spawn(Command command, Consumer<Entry> records) {
    Process process = start(command);
    Instant birth = process.info().startInstant().orElseGet(clock::instant);
    ProcessGroup group = new ProcessGroup(command, process, birth);
    alive.add(group);
    try {
      registry.add(process.pid(), birth, command.role() + " " + command.name());
      records.accept(spawned(command, group));
    } catch (RuntimeException e) {
      Signals.kill(process.pid()); // nobody would know of it
      alive.remove(group);
      registry.remove(process.pid());
      throw e;
    }
    Thread.ofVirtual().name("watch-" + process.pid()).start(() -> watch(group, records));
    return group;
  }

  private static Process start(Command command) {
    List<String> argv = new ArrayList<>(List.of("setsid"));
    argv.addAll(command.argv());
    ProcessBuilder builder = new ProcessBuilder(argv).directory(command.directory().toFile());
    builder.environment().clear();
    builder.environment().putAll(command.environment());
    builder.redirectInput(new File("/dev/null"));
    builder.redirectOutput(Redirect.appendTo(command.output().toFile()));
    if (command.errors().equals(command.output())) {
      builder.redirectErrorStream(true);
    } else {
      builder.redirectError(Redirect.appendTo(command.errors().toFile()));
    }
    try {
      return builder.start();
    } catch (IOException e) {
      throw new WorkspaceFailure(
          command.role() + " " + command.name() + ": cannot be started: " + e.getMessage(), e);
    }
  }

  private static Spawned spawned(Command command, ProcessGroup group) {
    return new Spawned(
        command.role(),
        command.name(),
        command.argv(),
        command.directory().toString(),
        List.copyOf(new TreeSet<>(command.environment().keySet())),
        group.pid(),
        group.birth());
  }

  private void watch(ProcessGroup group, Consumer<Entry> records) {
    try {
      while (!group.awaitExit(SAMPLE)) {
        group.sample();
      }
      Signals.kill(group.pid());
      registry.remove(group.pid());
      alive.remove(group);
      records.accept(group.exited());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      group.ended();
    }
  }

  /**
   * Lets a group outlive the loop: from now on nobody ends it but whoever keeps its id and birth.
   */
  public void detach(ProcessGroup group) {
    alive.remove(group);
    registry.remove(group.pid());
  }

  /** Ends all groups that are still alive. */
  @Override
  public void close() {
    endAll();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return; // the machine is going down already and runs the hook itself
    }
  }

  private void endAll() {
    CompletableFuture.allOf(
            alive.stream()
                .map(group -> CompletableFuture.runAsync(() -> group.stop(LAST_GRACE)))
                .toArray(CompletableFuture[]::new))
        .join();
  }
}
