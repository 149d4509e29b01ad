package ai.netra.bench;

import io.netty.buffer.ByteBuf;
import io.netty.util.AsciiString;
import tools.jackson.databind.json.JsonMapper;

/** How clients of a crowd understand their server. */
enum Speech {
  /** Ours: a welcome comes first. */
  NETRA,
  /** Frames as they were sent. */
  PLAIN,
  /** Engine.IO 4: {@code 0} opens, {@code 40} joins, {@code 42} is an event. */
  SOCKET_IO;

  private static final AsciiString LAST = AsciiString.cached("\"agent_completed\"");
  private static final AsciiString LAST_QUOTED = AsciiString.cached("\\\"agent_completed\\\"");
  private static final int HEAD_BYTES = 64;

  /** Whether a client takes part as soon as its handshake is over. */
  boolean joinsAtOnce() {
    return this == PLAIN;
  }

  /** Whether the client takes part from this frame on. */
  boolean joins(ByteBuf frame) {
    return this == NETRA || startsWith(frame, "40");
  }

  /** Whether the client has to answer with {@code 40}. */
  boolean opens(ByteBuf frame) {
    return this == SOCKET_IO && startsWith(frame, "0");
  }

  /** Whether it is a frame that went to everybody. */
  boolean counts(ByteBuf frame) {
    return this != SOCKET_IO || startsWith(frame, "42");
  }

  /** Whether it is the last frame of a run. */
  boolean ends(ByteBuf frame) {
    AsciiString last = this == SOCKET_IO ? LAST_QUOTED : LAST;
    int head = Math.min(frame.readableBytes(), HEAD_BYTES);
    for (int at = 0; at + last.length() <= head; at++) {
      if (matches(frame, at, last)) {
        return true;
      }
    }
    return false;
  }

  /** A frame in the form in which a client asks that it be sent to all others. */
  String asked(String frame) {
    return this == SOCKET_IO
        ? "42[\"m\"," + JsonMapper.shared().writeValueAsString(frame) + "]"
        : frame;
  }

  private static boolean startsWith(ByteBuf frame, String text) {
    return frame.readableBytes() >= text.length() && matches(frame, 0, text);
  }

  private static boolean matches(ByteBuf frame, int from, CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      if (frame.getByte(frame.readerIndex() + from + i) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
