package ai.netra.backend.edge;

import ai.netra.backend.events.Events;
import ai.netra.backend.runs.Runs;
import ai.netra.backend.service.Lifecycle;
import ai.netra.backend.service.Limits;
import ai.netra.backend.threads.Threads;
import java.time.Clock;

/** What messages act on. */
record ActionParts(
    Threads threads,
    Runs runs,
    Events events,
    Credentials credentials,
    Sockets sockets,
    Frames frames,
    Lifecycle lifecycle,
    Limits limits,
    Clock clock) {

  /** What a frame holds beside the items of its page: a thread with its metadata, active runs. */
  private static final int BESIDE_BYTES = 12 * 1024;

  /** A page of at most so many items that leaves its frame within its size. */
  Threads.Room room(int items) {
    int frame = limits.maxFrameBytes();
    return new Threads.Room(items, Math.max(frame / 2, frame - BESIDE_BYTES));
  }
}
