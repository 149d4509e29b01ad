package ai.netra.loop.suite;

import ai.netra.loop.workspace.ProcessGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A worker process and the talk with it. Its events are sorted into one inbox a lane by a reader
 * thread; what concerns no lane goes to the inbox of {@link #PROCESS}. Fields that count lanes are
 * guarded by this object's lock.
 */
final class Worker {

  /** The inbox of what the process itself tells. */
  static final int PROCESS = -1;

  private static final Duration DUMP_LIMIT = Duration.ofSeconds(2);
  private static final Duration END_LIMIT = Duration.ofSeconds(8);

  private final ProcessGroup group;
  private final WorkerLink link;
  private final Map<Integer, BlockingQueue<WorkerEvent>> inboxes = new ConcurrentHashMap<>();
  private volatile boolean gone;
  private int busy;
  private boolean retired;

  Worker(ProcessGroup group, WorkerLink link) {
    this.group = group;
    this.link = link;
    inbox(PROCESS);
    Thread.ofVirtual().name("worker-" + group.pid()).start(this::read);
  }

  private void read() {
    try {
      for (Map<String, String> line = link.receive(); line != null; line = link.receive()) {
        inbox(Integer.parseInt(line.getOrDefault("lane", "" + PROCESS))).add(WorkerEvent.of(line));
      }
    } finally {
      gone = true;
      inboxes.values().forEach(inbox -> inbox.add(new WorkerEvent.Gone()));
    }
  }

  private BlockingQueue<WorkerEvent> inbox(int lane) {
    return inboxes.computeIfAbsent(lane, l -> new LinkedBlockingQueue<>());
  }

  long pid() {
    return group.pid();
  }

  Instant birth() {
    return group.birth();
  }

  /** Takes the worker for a test, unless it is gone or retired. */
  synchronized boolean enter() {
    if (gone || retired) {
      return false;
    }
    busy++;
    return true;
  }

  /** Gives it back; a retired worker ends with its last test. */
  void leave() {
    boolean last;
    synchronized (this) {
      busy--;
      last = retired && busy == 0;
    }
    if (last) {
      kill();
    }
  }

  /** Lets no further test in: one of its threads does not come back. */
  synchronized void retire() {
    retired = true;
  }

  /** Starts a test in a lane. */
  void run(int lane, String id, String traceId, Map<String, String> addresses) {
    Map<String, String> fields = new HashMap<>();
    fields.put("do", "run");
    fields.put("lane", Integer.toString(lane));
    fields.put("id", id);
    fields.put("trace", traceId);
    addresses.forEach((variable, url) -> fields.put("address." + variable, url));
    link.send(fields);
  }

  void acknowledge(int lane) {
    link.send("do", "ack", "lane", Integer.toString(lane));
  }

  void interrupt(int lane, String traceId) {
    link.send("do", "interrupt", "lane", Integer.toString(lane), "trace", traceId);
  }

  void discover(String roots) {
    link.send("do", "discover", "roots", roots);
  }

  /** The next event of a lane; null when none comes in time. Once it is gone, always that. */
  @Nullable WorkerEvent next(int lane, Duration within) throws InterruptedException {
    if (gone && inbox(lane).isEmpty()) {
      return new WorkerEvent.Gone();
    }
    return inbox(lane).poll(Math.max(within.toMillis(), 0), TimeUnit.MILLISECONDS);
  }

  /** How the process ended, once its socket is closed. */
  String ending() {
    try {
      return group.awaitExit(END_LIMIT)
          ? "ended with status " + group.onExit().join()
          : "closed its socket and lives on";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "closed its socket";
    }
  }

  /** Lets workers end by themselves, all at once, and ends those that do not. */
  static void endAll(List<Worker> workers) {
    workers.forEach(it -> it.link.send("do", "end"));
    workers.forEach(Worker::awaitEnd);
  }

  private void awaitEnd() {
    try {
      if (group.awaitExit(END_LIMIT)) {
        group.onExit().join();
      } else {
        kill();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      kill();
    } finally {
      link.close();
    }
  }

  /** Has all stacks printed to its output, then kills its process group. */
  void kill() {
    try {
      link.send("do", "dump");
      next(PROCESS, DUMP_LIMIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      group.kill();
      link.close();
    }
  }
}
