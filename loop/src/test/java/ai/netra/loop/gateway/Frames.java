package ai.netra.loop.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;

/** WebSocket frames as bytes, allowed or not, and a service that sends back what it gets. */
final class Frames {

  static final String ASK =
      "GET /ws HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n";
  static final String YES =
      "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n";

  private static final byte[] MASK = {1, 2, 3, 4};

  private Frames() {}

  /** A frame of a client: masked. */
  static byte[] masked(int first, byte[] payload) {
    byte[] hidden = payload.clone();
    for (int i = 0; i < hidden.length; i++) {
      hidden[i] ^= MASK[i & 3];
    }
    return frame(first, 0x80, MASK, hidden);
  }

  /** A frame of a service. */
  static byte[] plain(int first, byte[] payload) {
    return frame(first, 0, new byte[0], payload);
  }

  static byte[] plain(int first, String payload) {
    return plain(first, payload.getBytes(UTF_8));
  }

  static byte[] masked(int first, String payload) {
    return masked(first, payload.getBytes(UTF_8));
  }

  /** The payload of a close frame. */
  static byte[] close(int code, String reason) {
    byte[] text = reason.getBytes(UTF_8);
    return ByteBuffer.allocate(2 + text.length).putShort((short) code).put(text).array();
  }

  private static byte[] frame(int first, int maskBit, byte[] mask, byte[] payload) {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(first);
    if (payload.length < 126) {
      frame.write(maskBit | payload.length);
    } else if (payload.length < 1 << 16) {
      frame.write(maskBit | 126);
      frame.writeBytes(ByteBuffer.allocate(2).putShort((short) payload.length).array());
    } else {
      frame.write(maskBit | 127);
      frame.writeBytes(ByteBuffer.allocate(8).putLong(payload.length).array());
    }
    frame.writeBytes(mask);
    frame.writeBytes(payload);
    return frame.toByteArray();
  }

  /** Agrees to a socket and then sends each byte back as it came. */
  static void echo(RawService service, Socket socket) throws IOException {
    RawService.head(socket);
    socket.getOutputStream().write(YES.getBytes(ISO_8859_1));
    socket.getInputStream().transferTo(socket.getOutputStream());
  }
}
