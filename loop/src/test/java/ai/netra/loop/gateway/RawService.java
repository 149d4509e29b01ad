package ai.netra.loop.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A service that answers with whatever bytes a test wants. */
final class RawService implements AutoCloseable {

  /** What the service does with one connection; it is closed afterwards. */
  interface Script {
    void serve(RawService service, Socket socket) throws IOException;
  }

  private final ServerSocket server = new ServerSocket();
  private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
  private final Script script;

  RawService(Script script) throws IOException {
    this.script = script;
    server.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
    Thread.ofVirtual().start(this::accept);
  }

  /** Answers each request head with the same bytes. */
  static RawService answering(String answer) throws IOException {
    return new RawService(
        (service, socket) -> {
          for (String head = head(socket); !head.isEmpty(); head = head(socket)) {
            service.received.add(head);
            socket.getOutputStream().write(answer.getBytes(ISO_8859_1));
          }
        });
  }

  /** A script that notes a head and says nothing until the client is gone. */
  static void waitForEnd(RawService service, Socket socket) throws IOException {
    service.received.add(head(socket));
    socket.getInputStream().transferTo(OutputStream.nullOutputStream());
  }

  /** A script that agrees to a socket and reads it to its end. */
  static void agreeAndListen(RawService service, Socket socket) throws IOException {
    service.received.add(head(socket));
    socket.getOutputStream().write(Frames.YES.getBytes(ISO_8859_1));
    socket.getInputStream().transferTo(OutputStream.nullOutputStream());
  }

  int port() {
    return server.getLocalPort();
  }

  /** The heads that were received, for scripts that note them. */
  BlockingQueue<String> received() {
    return received;
  }

  /** Reads up to and with the next empty line; what there is at the end of the stream. */
  static String head(Socket socket) throws IOException {
    return until(socket, "\r\n\r\n");
  }

  /** Reads up to and with a text; what there is at the end of the stream. */
  static String until(Socket socket, String end) throws IOException {
    StringBuilder text = new StringBuilder();
    InputStream in = socket.getInputStream();
    while (text.indexOf(end, Math.max(0, text.length() - end.length())) < 0) {
      int read = in.read();
      if (read < 0) {
        return text.toString();
      }
      text.append((char) read);
    }
    return text.toString();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      script.serve(this, socket);
    } catch (IOException e) {
      received.add("broken: " + e.getMessage());
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
