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
import org.jspecify.annotations.Nullable;

/** One listening port of the gateway. */
final class Listener {

  private final Room room;
  private final Site site;
  private final List<ServerSocket> sockets;
  private final Map<Connection, Thread> connections = new ConcurrentHashMap<>();
  private volatile Fault.@Nullable Mode mode;

  /** What all listeners of a gateway share. */
  record Room(
      GatewaySettings settings,
      Names names,
      Upstreams upstreams,
      Windows windows,
      Calls calls,
      Recorder recorder) {}

  Listener(Room room, Site site, List<ServerSocket> sockets) {
    this.room = room;
    this.site = site;
    this.sockets = sockets;
  }

  int port() {
    return sockets.getFirst().getLocalPort();
  }

  void start() {
    for (ServerSocket socket : sockets) {
      Thread.ofVirtual()
          .name("gateway-" + site.service() + "-" + port())
          .start(() -> accept(socket));
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
    if (sockets.stream().anyMatch(ServerSocket::isClosed)) {
      connection.cut(); // closed meanwhile, by one who could not see it yet
    }
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

  /** Whether connections are refused: where the attempt whose they are is refused its calls. */
  boolean refuses() {
    return mode instanceof Fault.Mode.Refuse
        || (!site.isBetweenServices() && room.windows.at(site).filter(Window::refuses).isPresent());
  }

  /** What is done to the calls that begin from now on; null for nothing. */
  void disturb(Fault.@Nullable Mode next) {
    mode = next;
  }

  Fault.@Nullable Mode mode() {
    return mode;
  }

  Optional<Socket> connect(InetAddress client) {
    return room.upstreams.connect(site.upstream(), client);
  }

  /** What is changed in heads; empty where the address is the public one. */
  Optional<LaneHeads> heads() {
    return site.isLane() ? Optional.of(new LaneHeads(room.names, site.lane())) : Optional.empty();
  }

  Site site() {
    return site;
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
