package ai.netra.backend.running;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A WebSocket whose client reads nothing until it is told to, through a narrow window. */
public final class UnreadSocket implements AutoCloseable {

  private static final int WINDOW_BYTES = 4096;
  private static final int TEXT = 0x81;
  private static final int MASKED = 0x80;
  private static final int CLOSE = 8;

  private final Socket socket = new Socket();
  private final DataInputStream in;
  private int last; // the latest four bytes of the head

  /** Opens it and sends the handshake; the answer waits unread too. */
  public UnreadSocket(RunningBackend backend, String token) throws IOException {
    socket.setReceiveBufferSize(WINDOW_BYTES);
    socket.connect(new InetSocketAddress("localhost", backend.port()));
    socket.setSoTimeout(20_000);
    in = new DataInputStream(socket.getInputStream());
    String head =
        """
        GET /ws HTTP/1.1
        Host: localhost
        Upgrade: websocket
        Connection: Upgrade
        Sec-WebSocket-Version: 13
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
        Authorization: Bearer %s

        """
            .formatted(token)
            .replace("\n", "\r\n");
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
  }

  /** Sends a text of less than 126 characters of ASCII. */
  public void send(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    byte[] frame = new byte[6 + bytes.length];
    frame[0] = (byte) TEXT;
    frame[1] = (byte) (MASKED | bytes.length);
    System.arraycopy(bytes, 0, frame, 6, bytes.length); // masked with zeros
    socket.getOutputStream().write(frame);
  }

  /**
   * Waits until the socket is open, then sends a text of so many zeros in one frame, without a
   * pause and without a look at answers.
   */
  public void sendZeros(int bytes) throws IOException {
    skipHead();
    ByteBuffer frame = ByteBuffer.allocate(14 + bytes);
    frame.put((byte) TEXT).put((byte) (MASKED | 127)).putLong(bytes);
    socket.getOutputStream().write(frame.array());
  }

  /** Reads on to the end and returns the close code, or -1 where the connection was cut first. */
  public int closeCode() throws IOException {
    try {
      skipHead();
      while (true) {
        int opcode = in.readUnsignedByte() & 0x0f;
        byte[] payload = in.readNBytes(length(in.readUnsignedByte()));
        if (opcode == CLOSE && payload.length >= 2) {
          return (payload[0] & 0xff) << 8 | (payload[1] & 0xff);
        }
      }
    } catch (EOFException | SocketException cut) {
      return -1;
    }
  }

  /** Reads the answer to the handshake, where that was not done before. */
  private void skipHead() throws IOException {
    while (last != 0x0d0a0d0a) {
      last = last << 8 | in.readUnsignedByte();
    }
  }

  private int length(int first) throws IOException {
    return switch (first) {
      case 126 -> in.readUnsignedShort();
      case 127 -> Math.toIntExact(in.readLong());
      default -> first;
    };
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
