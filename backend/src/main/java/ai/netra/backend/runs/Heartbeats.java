package ai.netra.backend.runs;

import ai.netra.backend.events.Events;
import ai.netra.backend.identity.UserKey;
import ai.netra.backend.runs.LiveRun.Standing;
import ai.netra.backend.runs.RunQueue.Entry;
import ai.netra.backend.store.Store;
import ai.netra.contract.run.RunFrame.ProgressUpdate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * Signs of life of runs that are silent: a frame that is not stored, true at the moment that it is
 * sent. Called by one thread.
 */
final class Heartbeats {

  private final Store store;
  private final Events events;
  private final RunSettings settings;
  private final LongSupplier nanos;

  /** When a waiting run was last told of. */
  private final Map<Long, Long> waitingTold = new ConcurrentHashMap<>();

  Heartbeats(Store store, Events events, RunSettings settings, LongSupplier nanos) {
    this.store = store;
    this.events = events;
    this.settings = settings;
    this.nanos = nanos;
  }

  /** Tells of every run that has been silent for too long. */
  void beat(Collection<LiveRun> live, Collection<Entry> waiting) {
    long now = nanos.getAsLong();
    live.stream()
        .filter(run -> silent(run.silentSince(), now))
        .forEach(
            run -> {
              run.told(now);
              tell(run.entry(), running(run.standing()));
            });
    Set<Long> keys = waiting.stream().map(Entry::runKey).collect(Collectors.toSet());
    waitingTold.keySet().retainAll(keys);
    Map<UserKey, Integer> before = new HashMap<>();
    for (Entry entry : waiting) {
      int position = before.merge(entry.user(), 1, Integer::sum) - 1;
      if (silent(waitingTold.computeIfAbsent(entry.runKey(), key -> now), now)) {
        waitingTold.put(entry.runKey(), now);
        tell(entry, queued(position));
      }
    }
  }

  private boolean silent(long since, long now) {
    return now - since >= settings.silence().toNanos();
  }

  private void tell(Entry entry, ProgressUpdate frame) {
    Optional<RunRow> run =
        store
            .read(read -> RunRows.byKey(read.sql(), entry.runKey()))
            .filter(row -> !row.finished());
    run.ifPresent(row -> events.tell(row.user(), row.event(frame)));
  }

  private static ProgressUpdate running(Standing at) {
    String message =
        at.step() == 0
            ? "about to begin its first step"
            : "step %d of %d is at work: %s".formatted(at.step(), at.totalSteps(), at.agent());
    int percent = Progress.percent(Math.max(0, at.step() - 1), at.totalSteps());
    return new ProgressUpdate(
        "heartbeat", "running", at.step(), at.totalSteps(), percent, message, 0);
  }

  private static ProgressUpdate queued(int position) {
    String message = "waits for %d of your runs to start before it".formatted(position);
    return new ProgressUpdate("heartbeat", "queued", 0, 0, 0, message, position);
  }
}
