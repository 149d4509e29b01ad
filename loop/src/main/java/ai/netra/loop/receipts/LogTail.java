package ai.netra.loop.receipts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The whole lines at the end of a file that grows, each once. */
final class LogTail {

  private static final int MOST_BYTES = 1 << 24;

  private final Path file;
  private long position;

  LogTail(Path file, long position) {
    this.file = file;
    this.position = position;
  }

  /** The lines that were ended since the last call; none while there is no file. */
  List<String> lines() {
    if (!Files.exists(file)) {
      return List.of();
    }
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
      return lines(open);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": a service's log must be readable", e);
    }
  }

  private List<String> lines(RandomAccessFile open) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String part = part(open); !part.isEmpty(); part = part(open)) {
      text.append(part);
    }
    return text.toString().lines().toList();
  }

  /** Whole lines of at most so many bytes; empty when there is none. A longer line is left out. */
  private String part(RandomAccessFile open) throws IOException {
    byte[] bytes = new byte[Math.clamp(open.length() - position, 0, MOST_BYTES)];
    open.seek(position);
    open.readFully(bytes);
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    boolean endless = end == 0 && bytes.length == MOST_BYTES;
    position += endless ? bytes.length : end;
    return new String(bytes, 0, end, UTF_8);
  }
}
