package ai.netra.loop.journal;

import java.io.IOException;
import java.nio.file.Files;

/** A file that only takes up space, so that there is some left when the disk is full. */
final class Reserve {

  private static final int RESERVE_BYTES = 1 << 20;

  private final RunFolder run;

  private Reserve(RunFolder run) {
    this.run = run;
  }

  static Reserve set(RunFolder run, Disk disk) throws IOException {
    try (Disk.AppendFile file = disk.open(run.reserve())) {
      if (file.length() < RESERVE_BYTES) {
        file.append(new byte[RESERVE_BYTES - Math.toIntExact(file.length())]);
        file.sync();
      }
    }
    return new Reserve(run);
  }

  /** Gives the space back; that it cannot be deleted shows in the append that follows. */
  void free() {
    try {
      Files.deleteIfExists(run.reserve());
    } catch (IOException e) {
      System.getLogger(Reserve.class.getName())
          .log(System.Logger.Level.WARNING, "the reserve could not be given back", e);
    }
  }
}
