package ai.netra.loop.cli;

import ai.netra.loop.cli.LogsCommand.LogLine;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads a log piece by piece, whole lines only. */
final class LogReader {

  private final String service;
  private final Path file;
  private long position;

  LogReader(String service, Path file) {
    this.service = service;
    this.file = file;
  }

  /** The lines that were completed since the last call. */
  List<LogLine> next() {
    if (!Files.exists(file)) {
      return List.of();
    }
    try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
      log.seek(position);
      byte[] bytes = new byte[Math.toIntExact(log.length() - position)];
      log.readFully(bytes);
      String text = new String(bytes, StandardCharsets.UTF_8);
      String whole = text.substring(0, text.lastIndexOf('\n') + 1);
      position += whole.getBytes(StandardCharsets.UTF_8).length;
      return whole.lines().map(line -> new LogLine(service, line)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read", e);
    }
  }
}
