package ai.netra.loop.gateway;

import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;

/** Ends of sockets that may have ended already. */
final class Sockets {

  private static final System.Logger LOG = System.getLogger(Sockets.class.getName());

  private Sockets() {}

  static void close(Closeable socket) {
    try {
      socket.close();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "a socket could not be closed", e);
    }
  }

  /** Closes with a reset, so that the peer fails at once instead of waiting for an answer. */
  static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "a socket was closed before it could be reset", e);
    }
    close(socket);
  }
}
