package ai.netra.loop.deploy;

import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Ports that are kept for services which have not started yet. A port is given free right before
 * its service takes it; that the service's own process holds it is checked afterwards.
 */
final class Ports implements AutoCloseable {

  private static final int LOWEST = 10_240;
  private static final int COMMON_FIRST_LENT = 32_768;
  private static final int TRIES = 100;

  /** From here on a port may be taken by any connection that goes out. */
  private static final int FIRST_LENT = firstLent();

  private final RandomGenerator random = RandomGenerator.getDefault();
  private final Map<Integer, ServerSocket> held = new HashMap<>();

  /**
   * Takes a port.
   *
   * @param wanted its number, or 0 for any that is free
   * @throws DeployFailure when it is taken; the message names it
   */
  int take(String service, int wanted) {
    try {
      ServerSocket socket = wanted == 0 ? free() : new ServerSocket(wanted, 1);
      held.put(socket.getLocalPort(), socket);
      return socket.getLocalPort();
    } catch (BindException e) {
      throw new DeployFailure(service, "port " + wanted + " is taken", e);
    } catch (IOException e) {
      throw new DeployFailure(service, "port " + wanted + ": " + e.getMessage(), e);
    }
  }

  /** One that the system does not lend to whoever connects meanwhile. */
  private ServerSocket free() throws IOException {
    for (int tried = 0; tried < TRIES; tried++) {
      try {
        return new ServerSocket(random.nextInt(LOWEST, FIRST_LENT), 1);
      } catch (BindException e) {
        // somebody has it: another one
      }
    }
    return new ServerSocket(0, 1);
  }

  private static int firstLent() {
    try {
      String range = Files.readString(Path.of("/proc/sys/net/ipv4/ip_local_port_range"));
      int first = Integer.parseInt(range.strip().split("\\s+", 2)[0]);
      return first > LOWEST + TRIES ? first : COMMON_FIRST_LENT;
    } catch (IOException | NumberFormatException e) {
      return COMMON_FIRST_LENT; // a system without such a file lends from higher up
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
