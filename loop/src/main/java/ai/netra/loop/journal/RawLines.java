package ai.netra.loop.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The lines of a file as bytes without their line feeds; what follows the last one is torn. */
final class RawLines implements AutoCloseable {

  private static final int BUFFER_BYTES = 1 << 16;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int from;
  private int to;
  private byte[] torn = new byte[0];

  RawLines(Path file) throws IOException {
    this.in = Files.newInputStream(file);
  }

  /** The next complete line; empty at the end. An empty line in the middle is one blank. */
  byte[] next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (from < to || fill()) {
      int end = endOfLine();
      line.write(buffer, from, end - from);
      from = end;
      if (end < to) {
        from++;
        return line.size() == 0 ? new byte[] {' '} : line.toByteArray();
      }
    }
    torn = line.toByteArray();
    return new byte[0];
  }

  private int endOfLine() {
    int at = from;
    while (at < to && buffer[at] != '\n') {
      at++;
    }
    return at;
  }

  private boolean fill() throws IOException {
    from = 0;
    to = Math.max(0, in.read(buffer));
    return to > 0;
  }

  /** The bytes after the last line feed; known once {@link #next} came to the end. */
  byte[] torn() {
    return torn;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
