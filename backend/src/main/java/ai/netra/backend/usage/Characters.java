package ai.netra.backend.usage;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** The characters of a file with the physical line they stand on; CRLF, LF and CR end a line. */
final class Characters {

  static final int END = -1;

  private static final int BUFFER = 1 << 16;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Reader reader;
  private final char[] buffer = new char[BUFFER];
  private int at;
  private int filled;
  private long line = 1;

  Characters(InputStream stream) throws IOException {
    this.reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
    if (peek() == BYTE_ORDER_MARK) {
      at++;
    }
  }

  /** The line of the next character, from 1. */
  long line() {
    return line;
  }

  int peek() throws IOException {
    if (at == filled) {
      filled = Math.max(0, reader.read(buffer, 0, BUFFER));
      at = 0;
    }
    return filled == 0 ? END : buffer[at];
  }

  /** The next character; every end of line comes as one line feed. */
  int read() throws IOException {
    int next = peek();
    if (next == END) {
      return END;
    }
    at++;
    if (next == '\r') {
      if (peek() == '\n') {
        at++;
      }
      next = '\n';
    }
    if (next == '\n') {
      line++;
    }
    return next;
  }
}
