package ai.netra.backend.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The service's folders.
 *
 * @param data what is kept
 * @param temporary emptied at each start: native libraries are unpacked into it, and a kill leaves
 *     them behind
 */
public record Folders(Path data, Path temporary) {

  /** Makes both and empties the temporary one, which becomes the process's own. */
  public static Folders prepare(Path data) {
    Path temporary = data.resolve("tmp");
    try {
      Files.createDirectories(temporary);
      empty(temporary);
    } catch (IOException e) {
      throw new UncheckedIOException("data folder %s: cannot be written".formatted(data), e);
    }
    System.setProperty("java.io.tmpdir", temporary.toString());
    return new Folders(data, temporary);
  }

  private static void empty(Path folder) throws IOException {
    List<Path> inside;
    try (Stream<Path> walk = Files.walk(folder)) {
      inside = walk.filter(path -> !path.equals(folder)).sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : inside) {
      Files.delete(path);
    }
  }
}
