package ai.netra.backend.runs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How a user's unfinished runs stand: which are at work or start at once, and which wait. It
 * depends on their order and threads alone, so it says the same whether or not a free place has
 * been taken already.
 *
 * @param waiting keys of the runs that wait, in the order of their start
 */
record Lineup(List<Long> waiting) {

  /** An unfinished run. */
  record Unfinished(long runKey, long threadKey, boolean running) {}

  /**
   * Lines runs up.
   *
   * @param runs in the order of their start
   * @param places how many are at work at once
   */
  static Lineup of(List<Unfinished> runs, int places) {
    Set<Long> busyThreads = new HashSet<>();
    runs.stream().filter(Unfinished::running).forEach(run -> busyThreads.add(run.threadKey()));
    int free = places - (int) runs.stream().filter(Unfinished::running).count();
    List<Long> waiting = new ArrayList<>();
    for (Unfinished run : runs) {
      if (run.running()) {
        continue;
      }
      if (free > 0 && busyThreads.add(run.threadKey())) {
        free--;
      } else {
        waiting.add(run.runKey());
      }
    }
    return new Lineup(List.copyOf(waiting));
  }

  /** The user's runs that start before this one; 0 is running or next. */
  int position(long runKey) {
    return Math.max(0, waiting.indexOf(runKey));
  }
}
