package ai.netra.loop.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * One direction of a connection: bytes are read, looked at and passed on. What was passed on is
 * sent before each read that may wait, so nothing is held back. For one thread.
 */
final class Wire {

  private static final int BUFFER_BYTES = 1 << 14;

  /** Sees bytes as they pass. */
  interface Tap {
    void bytes(byte[] bytes, int from, int length);
  }

  /** The side that is written to takes no more. */
  static final class SinkClosed extends IOException {
    SinkClosed(IOException cause) {
      super(cause.getMessage(), cause);
    }
  }

  private final InputStream in;
  private final OutputStream out;
  private byte[] buffer = new byte[BUFFER_BYTES];
  private boolean muted;
  private int from;
  private int to;

  Wire(InputStream in, OutputStream out) {
    this.in = in;
    // larger than what is read at once, so that the last bytes of a body wait for their flush
    this.out = new BufferedOutputStream(out, 2 * BUFFER_BYTES);
  }

  /** Waits for a byte; false at the end of the stream. */
  boolean more() throws IOException {
    return from < to || fill();
  }

  /** Passes a line end on where one comes next; after {@link #more} said that there is a byte. */
  boolean passesBlankLine() throws IOException {
    if (buffer[from] != '\r' && buffer[from] != '\n') {
      return false;
    }
    emit(take(1));
    return true;
  }

  /** Takes a head with its empty line, or what there is when none comes within the limit. */
  byte[] takeHead(int limit) throws IOException {
    int seen = 0;
    while (true) {
      int length = HeadEnd.find(buffer, from, to, seen);
      if (length > 0) {
        return take(length);
      }
      seen = to - from;
      if (seen >= limit || !fill()) {
        return take(seen);
      }
    }
  }

  /** Takes a line with its line feed, or what there is when none comes within the limit. */
  String takeLine(int limit) throws IOException {
    int seen = 0;
    while (true) {
      for (int at = from + seen; at < to; at++) {
        if (buffer[at] == '\n') {
          return new String(take(at + 1 - from), ISO_8859_1);
        }
      }
      seen = to - from;
      if (seen >= limit || !fill()) {
        return new String(take(seen), ISO_8859_1);
      }
    }
  }

  /** Takes so many bytes, fewer at the end of the stream. */
  byte[] takeBytes(int count) throws IOException {
    while (to - from < count) {
      if (!fill()) {
        return take(to - from);
      }
    }
    return take(count);
  }

  /** Passes so many bytes on; false when the stream ended before. */
  boolean pass(long count, Tap tap) throws IOException {
    long left = count;
    while (left > 0) {
      if (!more()) {
        return false;
      }
      int part = (int) Math.min(left, to - from);
      tap.bytes(buffer, from, part);
      write(buffer, from, part);
      from += part;
      left -= part;
    }
    return true;
  }

  /** Passes everything on until the stream ends. */
  void passAll(Tap tap) throws IOException {
    while (more()) {
      pass(to - from, tap);
    }
  }

  /** Sends bytes of the relay's own choice. */
  void emit(byte[] bytes) throws IOException {
    write(bytes, 0, bytes.length);
  }

  /** From now on what passes is seen and goes nowhere. */
  void mute() {
    muted = true;
  }

  /** From now on what passes is sent again. */
  void unmute() {
    muted = false;
  }

  /** Sends what was passed on. */
  void flush() throws IOException {
    try {
      out.flush();
    } catch (IOException e) {
      throw new SinkClosed(e);
    }
  }

  private void write(byte[] bytes, int start, int length) throws IOException {
    if (muted) {
      return;
    }
    try {
      out.write(bytes, start, length);
    } catch (IOException e) {
      throw new SinkClosed(e);
    }
  }

  private byte[] take(int length) {
    byte[] taken = Arrays.copyOfRange(buffer, from, from + length);
    from += length;
    return taken;
  }

  private boolean fill() throws IOException {
    flush();
    makeRoom();
    int read = in.read(buffer, to, buffer.length - to);
    to += Math.max(read, 0);
    return read >= 0;
  }

  private void makeRoom() {
    if (from == to) {
      from = 0;
      to = 0;
      buffer = buffer.length > BUFFER_BYTES ? new byte[BUFFER_BYTES] : buffer;
      return;
    }
    if (to < buffer.length) {
      return;
    }
    int length = to - from;
    byte[] roomy = length * 2 > buffer.length ? new byte[buffer.length * 2] : buffer;
    System.arraycopy(buffer, from, roomy, 0, length);
    buffer = roomy;
    from = 0;
    to = length;
  }
}
