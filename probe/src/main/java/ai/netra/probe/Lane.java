package ai.netra.probe;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.Launcher;

/**
 * One lane of a worker: a thread that runs one test at a time, each in a launcher call of its own.
 * The fields of the test under way are guarded by this object's lock.
 */
final class Lane {

  private static final String ADDRESS = "address.";

  private final String name;
  private final Launcher launcher;
  private final Channel channel;
  private final ExecutorService executor;
  private final Semaphore acknowledged = new Semaphore(0);
  private @Nullable String trace;
  private @Nullable Thread thread;

  Lane(String name, Launcher launcher, Channel channel) {
    this.name = name;
    this.launcher = launcher;
    this.channel = channel;
    this.executor =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread lane = new Thread(task, "lane-" + name);
              lane.setDaemon(true);
              return lane;
            });
  }

  void run(Message command) {
    executor.execute(() -> attempt(command.get("id"), command.get("trace"), addresses(command)));
  }

  void acknowledge() {
    acknowledged.release();
  }

  /** Interrupts the test of this trace id, if it still runs, and tells where it stood. */
  synchronized void interrupt(String wanted) {
    Thread running = thread;
    if (running != null && wanted.equals(trace)) {
      channel.send(Message.of("is", "stack", "lane", name, "text", Stacks.of(running)));
      running.interrupt();
    }
  }

  private void attempt(String id, String traceId, Map<String, String> addresses) {
    Binding binding = new Binding(traceId, addresses, new Progress(this::edge));
    begin(traceId);
    Binding.bind(binding);
    Invocations invocations = new Invocations(name, binding.progress(), channel);
    try {
      launcher.execute(Requests.one(id), invocations);
    } catch (Throwable failure) {
      invocations.broken(id, failure);
    } finally {
      Binding.bind(null);
      end();
    }
    channel.send(
        Message.of("is", "finished", "lane", name, "checks", Integer.toString(binding.checks())));
  }

  private synchronized void begin(String traceId) {
    trace = traceId;
    thread = Thread.currentThread();
  }

  /** From here on no interrupt comes; one that came late must not meet the next test. */
  private synchronized void end() {
    trace = null;
    thread = null;
    Thread.interrupted();
  }

  /** Tells the edge and waits; an interrupt must not let a phase begin before the loop knows. */
  private void edge(Phase phase) {
    channel.send(Message.of("is", "edge", "lane", name, "phase", phase.name()));
    acknowledged.acquireUninterruptibly();
  }

  private static Map<String, String> addresses(Message command) {
    Map<String, String> addresses = new HashMap<>();
    command
        .fields()
        .forEach(
            (field, value) -> {
              if (field.startsWith(ADDRESS)) {
                addresses.put(field.substring(ADDRESS.length()), value);
              }
            });
    return addresses;
  }
}
