package ai.netra.backend.usage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where usage data is, and who works on it.
 *
 * @param data the folder under which blobs and received files are kept
 * @param temporary emptied at each start
 * @param threads how many native calls run at once
 */
public record UsageSettings(Path data, Path temporary, int threads) {

  Path blobs() {
    return data.resolve("blobs").resolve("usage");
  }

  Path received() {
    return data.resolve("received");
  }

  Path staging() {
    return temporary.resolve("staging");
  }

  /** Makes the folders. */
  void prepare() {
    try {
      Files.createDirectories(blobs());
      Files.createDirectories(received());
      Files.createDirectories(staging());
    } catch (IOException e) {
      throw new UncheckedIOException("data folder " + data + ": cannot be written", e);
    }
  }
}
