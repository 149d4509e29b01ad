package ai.netra.loop.gateway;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

/** Binds a port on both loopback addresses; on 127.0.0.1 alone where there is no IPv6. */
final class Ports {

  static final InetAddress IPV4 = address(new byte[] {127, 0, 0, 1});
  static final InetAddress IPV6 =
      address(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1});

  private static final int BACKLOG = 1_024;

  /** A port that is free on one address and taken on the other is drawn again so often. */
  private static final int DRAWS = 50;

  private Ports() {}

  /** Binds this port; empty when it is taken on either address. */
  static Optional<List<ServerSocket>> fixed(int port) throws IOException {
    try {
      return Optional.of(bind(port));
    } catch (BindException taken) {
      return Optional.empty();
    }
  }

  /** Binds a port that is free on both. */
  static List<ServerSocket> free() throws IOException {
    for (int draw = 1; draw < DRAWS; draw++) {
      Optional<List<ServerSocket>> bound = fixed(0);
      if (bound.isPresent()) {
        return bound.get();
      }
    }
    return bind(0);
  }

  private static List<ServerSocket> bind(int port) throws IOException {
    ServerSocket four = bind(IPV4, port);
    if (!hasIpv6()) {
      return List.of(four);
    }
    try {
      return List.of(four, bind(IPV6, four.getLocalPort()));
    } catch (IOException e) {
      Sockets.close(four);
      throw e;
    }
  }

  private static ServerSocket bind(InetAddress address, int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    try {
      socket.bind(new InetSocketAddress(address, port), BACKLOG);
      return socket;
    } catch (IOException e) {
      Sockets.close(socket);
      throw e;
    }
  }

  private static boolean hasIpv6() {
    try (ServerSocket probe = bind(IPV6, 0)) {
      return probe.isBound();
    } catch (IOException none) {
      return false;
    }
  }

  private static InetAddress address(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address has 4 or 16 bytes, got " + bytes.length, e);
    }
  }
}
