package ai.netra.loop.deploy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The last lines that a process wrote: what a person needs first. */
final class LogTail {

  private static final int MOST_BYTES = 4096;
  private static final int MOST_LINES = 15;

  private LogTail() {}

  /** A sentence that ends a reason; it begins with {@code ;}. */
  static String sentence(List<Path> logs) {
    StringBuilder text = new StringBuilder();
    for (Path log : logs) {
      String tail = tail(log);
      if (!tail.isBlank()) {
        text.append("; last lines of ").append(log).append(":\n").append(tail.stripTrailing());
      }
    }
    return text.isEmpty() ? "; it wrote nothing" : text.toString();
  }

  private static String tail(Path log) {
    if (!Files.exists(log)) {
      return "";
    }
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      long from = Math.max(0, file.length() - MOST_BYTES);
      byte[] bytes = new byte[(int) (file.length() - from)];
      file.seek(from);
      file.readFully(bytes);
      List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
      List<String> last = lines.subList(Math.max(0, lines.size() - MOST_LINES), lines.size());
      return String.join("\n", last);
    } catch (IOException e) {
      return "(cannot be read: " + e.getMessage() + ")";
    }
  }
}
