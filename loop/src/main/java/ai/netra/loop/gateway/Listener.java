package ai.netra.loop.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** One listening port of the gateway: a service's public one, or a lane's own for a service. */
final class Listener {

  /** The lane of a front listener. */
  static final int FRONT = -1;

  private final Room room;
  private final String service;
  private final int lane;
  private final List<ServerSocket> sockets;
  private final Map<Connection, Thread> connections = new ConcurrentHashMap<>();

  /** What all listeners of a gateway share. */
  record Room(
      GatewaySettings settings,
      Names names,
      Upstreams upstreams,
      Windows windows,
      Calls calls,
      Recorder recorder) {}

  Listener(Room room, String service, int lane, List<ServerSocket> sockets) {
    this.room = room;
    this.service = service;
    this.lane = lane;
    this.sockets = sockets;
  }

  int port() {
    return sockets.getFirst().getLocalPort();
  }

  void start() {
    for (ServerSocket socket : sockets) {
      Thread.ofVirtual().name("gateway-" + service + "-" + port()).start(() -> accept(socket));
    }
  }

  private void accept(ServerSocket socket) {
    while (!socket.isClosed()) {
      try {
        serve(socket.accept());
      } catch (IOException e) {
        if (!socket.isClosed()) {
          System.getLogger(Listener.class.getName())
              .log(System.Logger.Level.WARNING, "a connection could not be accepted", e);
        }
      }
    }
  }

  private void serve(Socket client) {
    Connection connection = new Connection(this, client);
    Thread thread = Thread.ofVirtual().name("gateway-answers").unstarted(() -> run(connection));
    connections.put(connection, thread);
    thread.start();
  }

  private void run(Connection connection) {
    try {
      connection.run();
    } catch (InterruptedException e) {
      connection.cut();
      Thread.currentThread().interrupt();
    } finally {
      connections.remove(connection);
    }
  }

  /** Takes no more connections and ends those that are open; each is recorded on return. */
  void close(Duration longest) throws InterruptedException {
    sockets.forEach(Sockets::close);
    Map<Connection, Thread> open = Map.copyOf(connections);
    open.keySet().forEach(Connection::cut);
    for (Thread thread : open.values()) {
      thread.join(longest);
    }
  }

  /** Whether connections are refused: where the lane's attempt is refused its calls. */
  boolean refuses() {
    return lane != FRONT && room.windows.ofLane(lane).filter(Window::refuses).isPresent();
  }

  Optional<Socket> connect(InetAddress client) {
    return room.upstreams.connect(service, client);
  }

  /** What is changed in heads; empty on a front listener, whose address is the public one. */
  Optional<LaneHeads> heads() {
    return lane == FRONT ? Optional.empty() : Optional.of(new LaneHeads(room.names, lane));
  }

  String service() {
    return service;
  }

  int lane() {
    return lane;
  }

  Calls calls() {
    return room.calls;
  }

  void tellWrite(GatewaySettings.Write write) {
    room.settings.afterWrite().accept(write);
  }

  Recorder recorder() {
    return room.recorder;
  }

  long nanoTime() {
    return room.settings.nanoTime().getAsLong();
  }
}
