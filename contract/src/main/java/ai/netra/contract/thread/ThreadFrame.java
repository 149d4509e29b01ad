package ai.netra.contract.thread;

import org.jspecify.annotations.Nullable;

/** The {@code data} of the stored frames about threads. */
public sealed interface ThreadFrame {

  /** The frame's {@code type}. */
  String type();

  /** {@code thread_created}. */
  record Created(ThreadView thread) implements ThreadFrame {
    @Override
    public String type() {
      return "thread_created";
    }
  }

  /**
   * {@code thread_renamed}.
   *
   * @param by {@code user} or {@code auto}
   */
  record Renamed(String threadId, @Nullable String title, String by) implements ThreadFrame {
    @Override
    public String type() {
      return "thread_renamed";
    }
  }

  /** {@code thread_updated}. */
  record Updated(ThreadView thread, @Nullable String causedByRunId) implements ThreadFrame {
    @Override
    public String type() {
      return "thread_updated";
    }
  }

  /** {@code thread_deleted}. */
  record Deleted(String threadId, @Nullable String purgeAt) implements ThreadFrame {
    @Override
    public String type() {
      return "thread_deleted";
    }
  }
}
