package ai.netra.loop.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Passes a body on as its framing says. */
final class BodyRelay {

  /** How a body ended. */
  enum End {
    /** All of it passed. */
    WHOLE,
    /** The stream ended before. */
    CUT,
    /** Its chunks cannot be read: from here on there are only bytes. */
    UNREADABLE
  }

  private static final int LONGEST_LINE = 1 << 14;
  private static final Pattern SIZE = Pattern.compile("([0-9A-Fa-f]{1,15})[ \\t]*(?:;.*)?\r?\n");

  private BodyRelay() {}

  /** Passes the body on; the tap sees what it holds, without chunk sizes and trailers. */
  static End pass(Wire wire, Framing framing, Wire.Tap tap) throws IOException {
    return switch (framing) {
      case Framing.None none -> End.WHOLE;
      case Framing.Exact exact -> wire.pass(exact.bytes(), tap) ? End.WHOLE : End.CUT;
      case Framing.Chunked chunked -> passChunks(wire, tap);
      case Framing.ToEnd toEnd -> {
        wire.passAll(tap);
        yield End.WHOLE;
      }
    };
  }

  private static End passChunks(Wire wire, Wire.Tap tap) throws IOException {
    while (true) {
      String line = passLine(wire);
      Matcher size = SIZE.matcher(line);
      if (!size.matches()) {
        return line.endsWith("\n") ? End.UNREADABLE : End.CUT;
      }
      long bytes = Long.parseLong(size.group(1), 16);
      if (bytes == 0) {
        return passTrailers(wire);
      }
      if (!wire.pass(bytes, tap)) {
        return End.CUT;
      }
      String end = passLine(wire);
      if (!end.isBlank()) {
        return End.UNREADABLE;
      }
    }
  }

  private static End passTrailers(Wire wire) throws IOException {
    String line = passLine(wire);
    while (!line.isBlank()) {
      line = passLine(wire);
    }
    return line.endsWith("\n") ? End.WHOLE : End.CUT;
  }

  private static String passLine(Wire wire) throws IOException {
    String line = wire.takeLine(LONGEST_LINE);
    wire.emit(line.getBytes(ISO_8859_1));
    return line;
  }
}
