package ai.netra.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Where a run measures.
 *
 * @param root the checkout
 * @param work a folder of this run alone; it stays when a measurement fails, with the logs
 * @param quick whether few samples are enough
 */
record Setting(Path root, Path work, boolean quick) {

  static Setting in(Path root, boolean quick) {
    try {
      return new Setting(root, Files.createTempDirectory("netra-bench"), quick);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How often to measure. */
  int times(int whole, int few) {
    return quick ? few : whole;
  }

  /** An empty folder of this run. */
  Path folder(String name) {
    try {
      return Files.createDirectories(work.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void tell(String progress) {
    System.err.println("bench: " + progress);
  }

  /** Removes the folder of the run. */
  void close() {
    try (Stream<Path> files = Files.walk(work)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
