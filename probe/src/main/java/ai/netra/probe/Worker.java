package ai.netra.probe;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * The main class of a worker process: connects to the loop, does what it is told, and ends when the
 * socket closes, so that a killed loop leaves no worker behind.
 *
 * <p>Commands ({@code do}): {@code discover}, {@code run}, {@code ack}, {@code interrupt}, {@code
 * dump}, {@code end}. Events ({@code is}): {@code hello}, {@code test}, {@code discovered}, {@code
 * refused}, {@code edge}, {@code invocation}, {@code stack}, {@code dumped}, {@code finished}.
 */
public final class Worker {

  private static final long EXIT_LIMIT_SECONDS = 5;
  private static volatile boolean running;

  private final Channel channel;
  private final LauncherSession session;
  private final Map<String, Lane> lanes = new ConcurrentHashMap<>();

  private Worker(Channel channel, LauncherSession session) {
    this.channel = channel;
    this.session = session;
  }

  /**
   * Runs the worker.
   *
   * @param arguments none; port and token come from {@code NETRA_WORKER_PORT} and {@code
   *     NETRA_WORKER_TOKEN}, so that no process list shows them
   */
  public static void main(String[] arguments) throws IOException {
    running = true;
    try (Channel channel = Channel.connect(Integer.parseInt(variable("NETRA_WORKER_PORT")));
        LauncherSession session = LauncherFactory.openSession()) {
      String pid = Long.toString(ProcessHandle.current().pid());
      channel.send(Message.of("is", "hello", "token", variable("NETRA_WORKER_TOKEN"), "pid", pid));
      new Worker(channel, session).serve();
    } finally {
      haltLater();
    }
    System.exit(0);
  }

  /** Whether this JVM is a worker of the loop. */
  static boolean isRunning() {
    return running;
  }

  private void serve() {
    for (Message command = channel.receive();
        command != null && !command.get("do").equals("end");
        command = channel.receive()) {
      obey(command);
    }
  }

  private void obey(Message command) {
    switch (command.get("do")) {
      case "discover" -> start("discovery", () -> new Discovery(session, channel).run(command));
      case "run" -> lane(command).run(command);
      case "ack" -> lane(command).acknowledge();
      case "interrupt" -> lane(command).interrupt(command.get("trace"));
      case "dump" -> dump();
      default -> throw new IllegalArgumentException("no such command: " + command);
    }
  }

  private void dump() {
    Stacks.print();
    channel.send(Message.of("is", "dumped"));
  }

  private Lane lane(Message command) {
    return lanes.computeIfAbsent(
        command.get("lane"), name -> new Lane(name, session.getLauncher(), channel));
  }

  private static void start(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** What a suite left running must not keep the worker alive. */
  private static void haltLater() {
    start(
        "halt",
        () -> {
          try {
            TimeUnit.SECONDS.sleep(EXIT_LIMIT_SECONDS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          Runtime.getRuntime().halt(1);
        });
  }

  private static String variable(String name) {
    @Nullable String value = System.getenv(name);
    if (value == null) {
      throw new IllegalStateException("a worker is started by the loop: " + name + " is not set");
    }
    return value;
  }
}
