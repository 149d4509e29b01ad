package ai.netra.backend.runs;

import ai.netra.backend.runs.RunQueue.Entry;
import ai.netra.backend.service.Receipt;
import ai.netra.backend.service.Receipts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The runs of this node: starts what waits as places become free, keeps their leases, takes up
 * orphans, stops what ended, lets go when the service stops.
 */
final class RunNode {

  private static final Logger LOG = LoggerFactory.getLogger(RunNode.class);

  private final RunParts parts;
  private final RunQueue queue;
  private final Heartbeats heartbeats;
  private final Map<Long, LiveRun> live = new ConcurrentHashMap<>();
  private final Object idle = new Object();
  private volatile boolean started;
  private volatile boolean draining;

  RunNode(RunParts parts, RunQueue queue, Heartbeats heartbeats) {
    this.parts = parts;
    this.queue = queue;
    this.heartbeats = heartbeats;
  }

  /** Takes up what a former process left, and begins what waits. */
  void start() {
    parts.leases().inherit();
    started = true;
    claim();
  }

  boolean draining() {
    return draining;
  }

  /** A run was queued and is committed. */
  void offer(Entry entry) {
    queue.offer(entry);
    pump();
  }

  /** A run ended by another's hand and that is committed: its work stops, its place is free. */
  void ended(Entry entry) {
    queue.remove(entry.user(), entry.runKey());
    LiveRun run = live.get(entry.runKey());
    if (run != null) {
      // not on the writer's thread: what is stopped may take its time
      Thread.ofVirtual()
          .name("run-stop")
          .start(() -> run.token().stop(CancelToken.Reason.CANCELLED));
    }
  }

  /** Looks into the table for queued runs and orphans that this node does not know. */
  void claim() {
    if (started && !draining) {
      List<Entry> claimable = parts.leases().claimable();
      claimable.stream().filter(entry -> !live.containsKey(entry.runKey())).forEach(queue::offer);
      pump();
    }
  }

  /** Renews the leases of live runs; what was lost stops. */
  void renew() {
    if (!live.isEmpty()) {
      for (long lost : parts.leases().renew(List.copyOf(live.keySet()))) {
        LiveRun run = live.get(lost);
        if (run != null && run.begun()) {
          run.token().stop(CancelToken.Reason.FENCED);
        }
      }
    }
  }

  void beat() {
    heartbeats.beat(live.values(), queue.waiting());
  }

  /** Starts nothing more, waits for live runs, and lets go of those that are left. */
  void drain(Duration atMost) {
    draining = true;
    awaitIdle(atMost);
    List<Long> left = List.copyOf(live.keySet());
    parts.leases().release(left);
    live.values().forEach(run -> run.token().stop(CancelToken.Reason.DRAINED));
    if (!left.isEmpty()) {
      LOG.atInfo().addKeyValue("runs", left.size()).log("unfinished runs wait for the next start");
    }
  }

  private void awaitIdle(Duration atMost) {
    long until = parts.nanos().getAsLong() + atMost.toNanos();
    synchronized (idle) {
      long left = atMost.toMillis();
      while (!live.isEmpty() && left > 0) {
        try {
          idle.wait(left);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return;
        }
        left = (until - parts.nanos().getAsLong()) / 1_000_000;
      }
    }
  }

  private void pump() {
    while (!draining) {
      Optional<Entry> next = queue.take();
      if (next.isEmpty()) {
        return;
      }
      LiveRun run = new LiveRun(next.get(), parts.nanos().getAsLong());
      live.put(next.get().runKey(), run);
      Thread.ofVirtual().name("run-" + next.get().runKey()).start(() -> work(run));
    }
  }

  private void work(LiveRun run) {
    Receipt receipt = new Receipt();
    long begin = parts.nanos().getAsLong();
    try {
      ScopedValue.where(Receipts.CURRENT, receipt)
          .call(() -> new RunExecution(parts, run).run())
          .ifPresent(row -> receipt(row, receipt, parts.nanos().getAsLong() - begin));
    } catch (RuntimeException e) {
      LOG.atError()
          .addKeyValue("run_key", run.entry().runKey())
          .setCause(e)
          .log("a run was left; it is taken up when its lease has run out");
    } finally {
      finished(run);
    }
  }

  private void finished(LiveRun run) {
    live.remove(run.entry().runKey());
    queue.finished(run.entry());
    synchronized (idle) {
      idle.notifyAll();
    }
    pump();
  }

  private void receipt(RunRow begun, Receipt receipt, long nanos) {
    Optional<RunRow> now = parts.store().read(read -> RunRows.byKey(read.sql(), begun.key()));
    RunReceipt.write(now.orElse(begun), receipt, nanos);
  }
}
