package ai.netra.loop.journal;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The lines of a file as bytes without their line feeds; what follows the last one is torn. */
final class RawLines implements AutoCloseable {

  private static final int BUFFER_BYTES = 1 << 16;

  private final InputStream in;
  private byte[] torn = new byte[0];

  RawLines(Path file) throws IOException {
    this.in = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
  }

  /** The next complete line; empty at the end. An empty line in the middle is one blank. */
  byte[] next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int read = in.read(); read >= 0; read = in.read()) {
      if (read == '\n') {
        return line.size() == 0 ? new byte[] {' '} : line.toByteArray();
      }
      line.write(read);
    }
    torn = line.toByteArray();
    return new byte[0];
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
