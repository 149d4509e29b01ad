package ai.netra.backend.runs;

import ai.netra.backend.identity.UserKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * This node's view of what waits: one FIFO a user, and a ring of users with one start a turn, so
 * that one user's long queue delays another's first run by one start at most. The truth is the
 * table; a run that is offered twice counts once. Guarded by this.
 */
final class RunQueue {

  /** A run that waits or is at work. */
  record Entry(long runKey, long threadKey, UserKey user) {}

  private final int perUser;
  private final int perNode;
  private final Map<UserKey, Deque<Entry>> ring = new LinkedHashMap<>();
  private final Map<UserKey, Set<Long>> busyThreads = new HashMap<>();
  private final Set<Long> known = new HashSet<>();
  private int working;

  RunQueue(int perUser, int perNode) {
    this.perUser = perUser;
    this.perNode = perNode;
  }

  synchronized void offer(Entry entry) {
    if (known.add(entry.runKey())) {
      ring.computeIfAbsent(entry.user(), user -> new ArrayDeque<>()).add(entry);
    }
  }

  /** The next run that may start now; it counts as at work until {@link #finished}. */
  synchronized Optional<Entry> take() {
    if (working >= perNode) {
      return Optional.empty();
    }
    for (UserKey user : List.copyOf(ring.keySet())) {
      Optional<Entry> next = startable(user);
      if (next.isPresent()) {
        start(next.get());
        return next;
      }
    }
    return Optional.empty();
  }

  private Optional<Entry> startable(UserKey user) {
    Set<Long> busy = busyThreads.getOrDefault(user, Set.of());
    if (busy.size() >= perUser) {
      return Optional.empty();
    }
    return ring.getOrDefault(user, new ArrayDeque<>()).stream()
        .filter(entry -> !busy.contains(entry.threadKey()))
        .findFirst();
  }

  private void start(Entry entry) {
    working++;
    busyThreads.computeIfAbsent(entry.user(), user -> new HashSet<>()).add(entry.threadKey());
    Deque<Entry> waiting = ring.remove(entry.user());
    if (waiting != null && waiting.remove(entry) && !waiting.isEmpty()) {
      ring.put(entry.user(), waiting); // at the end of the ring: the turn is over
    }
  }

  synchronized void finished(Entry entry) {
    working--;
    known.remove(entry.runKey());
    busyThreads.computeIfPresent(
        entry.user(),
        (user, busy) -> {
          busy.remove(entry.threadKey());
          return busy.isEmpty() ? null : busy;
        });
  }

  /** Forgets a waiting run that ended without a start. */
  synchronized void remove(UserKey user, long runKey) {
    Deque<Entry> waiting = ring.get(user);
    if (waiting == null) {
      return;
    }
    Iterator<Entry> entries = waiting.iterator();
    while (entries.hasNext()) {
      if (entries.next().runKey() == runKey) {
        entries.remove();
        known.remove(runKey);
      }
    }
    if (waiting.isEmpty()) {
      ring.remove(user);
    }
  }

  synchronized List<Entry> waiting() {
    List<Entry> all = new ArrayList<>();
    ring.values().forEach(all::addAll);
    return all;
  }

  synchronized int working() {
    return working;
  }
}
