package ai.netra.backend.usage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The folder that holds segments. A blob is written once, whole, and never changed. */
final class Blobs {

  private static final String SUFFIX = ".parquet";

  private final Path folder;
  private final Map<String, Seen> verified = new ConcurrentHashMap<>();

  private record Seen(String sha256, long bytes, FileTime modified) {}

  /** A file that was checked: its digest and its size. */
  record Written(String blob, String sha256, long bytes) {}

  Blobs(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("blob folder %s: cannot be made".formatted(folder), e);
    }
  }

  Path folder() {
    return folder;
  }

  /** Where a file of this name is, or will be. */
  Path path(String blob) {
    return folder.resolve(blob + SUFFIX);
  }

  /**
   * Takes a finished file in under a name: synced first, then moved, so that it is whole or not.
   */
  Written keep(Path file, String blob) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    String sha256 = Sha256.of(file);
    Files.move(file, path(blob), StandardCopyOption.ATOMIC_MOVE);
    return new Written(blob, sha256, Files.size(path(blob)));
  }

  /**
   * The file of a segment, checked against its digest; the check is repeated when size or time of
   * the file have changed.
   *
   * @throws QueryFailed when it is missing or not what was written
   */
  Path verified(String blob, String sha256) {
    Path path = path(blob);
    try {
      BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
      Seen seen = new Seen(sha256, now.size(), now.lastModifiedTime());
      if (!seen.equals(verified.get(blob))) {
        if (!Sha256.of(path).equals(sha256)) {
          throw new QueryFailed("segment " + blob + ": its content is not what was written");
        }
        verified.put(blob, seen);
      }
      return path;
    } catch (IOException e) {
      throw new QueryFailed("segment " + blob + ": missing or unreadable", e);
    }
  }

  void delete(String blob) {
    verified.remove(blob);
    try {
      Files.deleteIfExists(path(blob));
    } catch (IOException e) {
      throw new UncheckedIOException("segment " + blob + ": cannot be deleted", e);
    }
  }

  /** Names of blobs that were last written before an instant. */
  List<String> olderThan(FileTime instant) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> isOlder(file, instant)).map(Blobs::name).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("blob folder " + folder + ": cannot be listed", e);
    }
  }

  private static boolean isOlder(Path file, FileTime instant) {
    try {
      return file.toString().endsWith(SUFFIX)
          && Files.getLastModifiedTime(file).compareTo(instant) < 0;
    } catch (IOException e) {
      throw new UncheckedIOException("blob " + file + ": cannot be looked at", e);
    }
  }

  private static String name(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.substring(0, name.length() - SUFFIX.length());
  }
}
