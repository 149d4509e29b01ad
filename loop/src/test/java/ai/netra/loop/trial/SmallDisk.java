package ai.netra.loop.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A real file system, in memory, that can be made as small as what it holds. */
final class SmallDisk {

  private static final String ROOMY = "size=4g";
  private static final int ATTEMPTS = 100;

  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /** Whether this machine lets us mount one. */
  static boolean isPossible() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("netra-disk");
    Optional<SmallDisk> disk = at(folder);
    if (disk.isPresent()) {
      disk.get().unmount();
    }
    Files.delete(folder);
    return disk.isPresent();
  }

  /** Mounts one; nothing where this machine lets us not. */
  static Optional<SmallDisk> at(Path folder) throws InterruptedException {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String options = ROOMY + ",mode=700";
    return run("mount", "-t", "tmpfs", "-o", options, "netra-test", folder.toString())
        ? Optional.of(new SmallDisk(folder))
        : Optional.empty();
  }

  /** From now on not a byte more fits than is there. */
  void fill() throws IOException, InterruptedException {
    for (int i = 0; i < ATTEMPTS; i++) {
      FileStore store = Files.getFileStore(folder);
      long used = store.getTotalSpace() - store.getUnallocatedSpace();
      if (resize("size=" + used)) {
        return;
      }
    }
    throw new IllegalStateException(folder + ": is written to faster than it can be filled");
  }

  /** There is room again. */
  void empty() throws InterruptedException {
    if (!resize(ROOMY)) {
      throw new IllegalStateException(folder + ": cannot be made larger");
    }
  }

  void unmount() throws InterruptedException {
    if (!run("umount", "--lazy", folder.toString())) {
      throw new IllegalStateException(folder + ": cannot be unmounted");
    }
  }

  private boolean resize(String size) throws InterruptedException {
    return run("mount", "-o", "remount," + size, folder.toString());
  }

  private static boolean run(String... argv) throws InterruptedException {
    try {
      return new ProcessBuilder(List.of(argv)).start().waitFor() == 0;
    } catch (IOException e) {
      return false; // there is no such program here
    }
  }
}
