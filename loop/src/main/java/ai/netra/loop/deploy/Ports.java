package ai.netra.loop.deploy;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;

/**
 * Ports that are kept for services which have not started yet. A port is given free right before
 * its service takes it; that the service's own process holds it is checked afterwards.
 */
final class Ports implements AutoCloseable {

  private final Map<Integer, ServerSocket> held = new HashMap<>();

  /**
   * Takes a port.
   *
   * @param wanted its number, or 0 for any that is free
   * @throws DeployFailure when it is taken; the message names it
   */
  int take(String service, int wanted) {
    try {
      ServerSocket socket =
          wanted == 0
              ? new ServerSocket(0, 1, InetAddress.getLoopbackAddress())
              : new ServerSocket(wanted, 1);
      held.put(socket.getLocalPort(), socket);
      return socket.getLocalPort();
    } catch (BindException e) {
      throw new DeployFailure(service, "port " + wanted + " is taken", e);
    } catch (IOException e) {
      throw new DeployFailure(service, "port " + wanted + ": " + e.getMessage(), e);
    }
  }

  void release(Iterable<Integer> ports) {
    for (int port : ports) {
      ServerSocket socket = held.remove(port);
      if (socket != null) {
        close(socket);
      }
    }
  }

  @Override
  public void close() {
    held.values().forEach(Ports::close);
    held.clear();
  }

  private static void close(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new IllegalStateException("port " + socket.getLocalPort() + ": is not given back", e);
    }
  }
}
