package ai.netra.loop.faults;

import ai.netra.loop.workspace.Folders;
import ai.netra.loop.workspace.WorkspaceFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Proved replicas to begin with, kept by tree. A replay works in one place, always the same, since
 * a state directory knows its own paths; so there is one at a time.
 *
 * @param folder of all that replays keep
 */
record Bases(Path folder) {

  private static final Duration LIMIT = Duration.ofHours(1);
  private static final String SUMMARY = "summary.json";
  private static final String BASE = "base";

  /** A replica whose tree is proved, and the object that its run ended with. */
  record Base(Replica replica, String summary) {}

  /** The place of work. */
  Path work() {
    return folder.resolve("work");
  }

  /**
   * A proved replica in the place of work; it is proved now where its tree never was.
   *
   * @throws Catalogue.Refused where the tree without any fault is not proved
   */
  Base proved(Replica replica, LoopProcess loop) {
    Path kept = folder.resolve(BASE).resolve(replica.tree());
    if (!Files.isRegularFile(kept.resolve(SUMMARY))) {
      prove(replica, loop, kept);
    }
    Folders.delete(work());
    copy(kept, work());
    return new Base(replica, read(work().resolve(SUMMARY)));
  }

  private void prove(Replica replica, LoopProcess loop, Path kept) {
    LoopProcess.Ended ended = loop.loop(replica, LIMIT);
    if (ended.status() != 0) {
      throw new Catalogue.Refused(
          "base: the tree without a fault is not proved, the loop ended with %d: %s; its log is %s"
              .formatted(ended.status(), ended.last(), LoopProcess.log(replica)));
    }
    try {
      Files.writeString(replica.folder().resolve(SUMMARY), ended.last());
      Folders.delete(folder.resolve(BASE));
      Files.createDirectories(folder.resolve(BASE));
    } catch (IOException e) {
      throw new WorkspaceFailure(replica.folder() + ": cannot be written", e);
    }
    copy(work(), kept);
  }

  private static void copy(Path from, Path to) {
    try {
      Process copy =
          new ProcessBuilder(List.of("cp", "-Rp", from.toString(), to.toString()))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (copy.waitFor() != 0) {
        throw new WorkspaceFailure(from + ": cannot be copied to " + to);
      }
    } catch (IOException e) {
      throw new WorkspaceFailure(from + ": cannot be copied to " + to, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WorkspaceFailure(from + ": interrupted while it was copied", e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new WorkspaceFailure(file + ": cannot be read", e);
    }
  }
}
