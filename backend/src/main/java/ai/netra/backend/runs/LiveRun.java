package ai.netra.backend.runs;

import java.util.concurrent.atomic.AtomicLong;

/** A run at work on this node: where it stands and how to stop it. Safe for many threads. */
final class LiveRun {

  /** Where a run stands. */
  record Standing(int step, int totalSteps, String agent) {}

  private final RunQueue.Entry entry;
  private final CancelToken token = new CancelToken();
  private final AtomicLong toldAt;
  private volatile boolean begun;
  private volatile Standing standing = new Standing(0, 0, "");

  LiveRun(RunQueue.Entry entry, long nanos) {
    this.entry = entry;
    this.toldAt = new AtomicLong(nanos);
  }

  RunQueue.Entry entry() {
    return entry;
  }

  CancelToken token() {
    return token;
  }

  Standing standing() {
    return standing;
  }

  void at(Standing now) {
    standing = now;
  }

  /** The lease was taken. */
  void begin() {
    begun = true;
  }

  boolean begun() {
    return begun;
  }

  /** A frame of the run was sent. */
  void told(long nanos) {
    toldAt.set(nanos);
  }

  long silentSince() {
    return toldAt.get();
  }
}
