package ai.netra.probe;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The worker's end of the loopback socket. Any thread may send; one thread receives. */
final class Channel implements AutoCloseable {

  private final Socket socket;
  private final BufferedReader reader;
  private final Writer writer;

  private Channel(Socket socket) throws IOException {
    this.socket = socket;
    this.reader =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    this.writer =
        new BufferedWriter(
            new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8));
  }

  static Channel connect(int port) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    return new Channel(socket);
  }

  /**
   * Sends a line.
   *
   * @throws UncheckedIOException when the loop is gone
   */
  synchronized void send(Message message) {
    try {
      writer.write(message.line());
      writer.write('\n');
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("the loop no longer listens", e);
    }
  }

  /** The next message; null when the loop closed the socket or died. */
  @Nullable Message receive() {
    try {
      String line = reader.readLine();
      return line == null ? null : Message.parse(line);
    } catch (IOException gone) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
