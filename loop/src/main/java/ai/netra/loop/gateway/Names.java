package ai.netra.loop.gateway;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which listener stands for which service: maps a lane's authority to the public one of the same
 * service, and back. What is no listener of the gateway stays as it is.
 */
final class Names {

  /** The host of public addresses. */
  static final String HOST = "localhost";

  private static final Set<String> LOOPBACK = Set.of(HOST, "127.0.0.1", "[::1]");

  private record Lane(String service, int lane) {}

  private final Map<String, Integer> publicPorts = new ConcurrentHashMap<>();
  private final Map<Integer, String> publicServices = new ConcurrentHashMap<>();
  private final Map<Lane, Integer> lanePorts = new ConcurrentHashMap<>();
  private final Map<Integer, String> laneServices = new ConcurrentHashMap<>();

  void front(String service, int port) {
    publicPorts.put(service, port);
    publicServices.put(port, service);
  }

  void lane(String service, int lane, int port) {
    lanePorts.put(new Lane(service, lane), port);
    laneServices.put(port, service);
  }

  /** The public authority behind a lane's. */
  String toPublic(String authority) {
    String service = LOOPBACK.contains(host(authority)) ? laneServices.get(port(authority)) : null;
    Integer port = service == null ? null : publicPorts.get(service);
    return port == null ? authority : HOST + ":" + port;
  }

  /** The lane's authority for a public one, under the host by which the client knows the lane. */
  String toLane(String authority, int lane, String clientHost) {
    String service = host(authority).equals(HOST) ? publicServices.get(port(authority)) : null;
    Integer port = service == null ? null : lanePorts.get(new Lane(service, lane));
    return port == null ? authority : clientHost + ":" + port;
  }

  /** The host of an authority. */
  static String host(String authority) {
    int colon = authority.lastIndexOf(':');
    return colon > authority.lastIndexOf(']') ? authority.substring(0, colon) : authority;
  }

  /** The port of an authority, 0 where it has none that can be read. */
  private static int port(String authority) {
    String port = authority.substring(Math.min(host(authority).length() + 1, authority.length()));
    return port.matches("[0-9]{1,5}") ? Integer.parseInt(port) : 0;
  }
}
