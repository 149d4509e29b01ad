package ai.netra.loop.gateway;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Where the services really are, and connections to them. */
final class Upstreams {

  private static final int CONNECT_TIMEOUT_MILLIS = 5_000;

  private final Map<String, Integer> ports = new ConcurrentHashMap<>();

  void set(String service, int port) {
    ports.put(service, port);
  }

  /**
   * Connects from the client's own address, so that limits by address see what they would see; to
   * the other loopback address, from wherever, where the service does not listen on that one. Empty
   * when it listens on neither.
   */
  Optional<Socket> connect(String service, InetAddress client) {
    Integer port = ports.get(service);
    if (port == null) {
      return Optional.empty();
    }
    boolean four = client instanceof Inet4Address;
    InetAddress same = four ? Ports.IPV4 : Ports.IPV6;
    InetAddress other = four ? Ports.IPV6 : Ports.IPV4;
    return connect(new InetSocketAddress(client, 0), new InetSocketAddress(same, port))
        .or(() -> connect(new InetSocketAddress(other, 0), new InetSocketAddress(other, port)));
  }

  private static Optional<Socket> connect(InetSocketAddress from, InetSocketAddress to) {
    Socket socket = new Socket();
    try {
      socket.setTcpNoDelay(true);
      socket.bind(from);
      socket.connect(to, CONNECT_TIMEOUT_MILLIS);
      return Optional.of(socket);
    } catch (IOException refused) {
      Sockets.close(socket);
      return Optional.empty();
    }
  }
}
