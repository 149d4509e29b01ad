package ai.netra.backend.edge;

import ai.netra.backend.identity.Standing;
import ai.netra.backend.identity.UserKey;
import ai.netra.backend.service.Refused;
import ai.netra.contract.error.ErrorCode;
import ai.netra.contract.socket.SocketCount;
import io.netty.channel.Channel;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The open sockets of this node, and the clock that looks after them. Safe for many threads. */
final class Sockets implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Sockets.class);
  private static final long TICK_MILLIS = 250;

  private final Map<UserKey, Set<Socket>> byUser = new ConcurrentHashMap<>();
  private final int maxOfUser;
  private final Standing standing;
  private final Clock clock;
  private final Thread ticker;
  private final AtomicInteger channels = new AtomicInteger();
  private volatile boolean draining;

  Sockets(int maxOfUser, Standing standing, Clock clock) {
    this.maxOfUser = maxOfUser;
    this.standing = standing;
    this.clock = clock;
    standing.onChange(this::judge);
    this.ticker = Thread.ofVirtual().name("socket-clock").start(this::tick);
  }

  /**
   * Takes a socket in.
   *
   * @throws Refused SOCKET_LIMIT
   */
  void add(Socket socket) {
    byUser.compute(
        socket.caller().user(),
        (_, before) -> {
          Set<Socket> open = before == null ? ConcurrentHashMap.newKeySet() : before;
          if (open.size() >= maxOfUser) {
            throw limit();
          }
          open.add(socket);
          return open;
        });
  }

  /** Whether another socket of a user would be one too many; {@link #add} decides. */
  void requireRoom(UserKey user) {
    if (of(user).size() >= maxOfUser) {
      throw limit();
    }
  }

  private Refused limit() {
    return new Refused(
        ErrorCode.SOCKET_LIMIT,
        "sockets: at most %d of a user, got one more".formatted(maxOfUser),
        Map.of("limit", maxOfUser));
  }

  void remove(Socket socket) {
    byUser.computeIfPresent(
        socket.caller().user(),
        (_, open) -> {
          open.remove(socket);
          return open.isEmpty() ? null : open;
        });
  }

  /** Counts a connection until it is gone, also after its socket was closed. */
  void connected(Channel channel) {
    channels.incrementAndGet();
    var _ = channel.closeFuture().addListener(_ -> channels.decrementAndGet());
  }

  /** Connections that are not gone yet. */
  int connections() {
    return channels.get();
  }

  Collection<Socket> of(UserKey user) {
    return byUser.getOrDefault(user, Set.of());
  }

  List<Socket> all() {
    return byUser.values().stream().flatMap(Set::stream).toList();
  }

  /** Open connections: those that are served, and those that were told to go. */
  SocketCount count() {
    int open = connections();
    int live = draining ? 0 : Math.min(open, all().size());
    return new SocketCount(open, live, open - live);
  }

  void draining() {
    draining = true;
  }

  /** Something was revoked somewhere: whoever it concerns is closed, or told. */
  private void judge() {
    for (Socket socket : all()) {
      switch (standing.of(socket.caller())) {
        case GOOD -> {}
        case OUTDATED -> socket.outdated();
        case REVOKED -> socket.close(1008, "Auth failed: Token revoked");
      }
    }
  }

  private void tick() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Thread.sleep(TICK_MILLIS);
        for (Socket socket : all()) {
          tick(socket);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tick(Socket socket) {
    try {
      socket.tick(System.nanoTime(), clock.instant());
    } catch (RuntimeException e) {
      LOG.atError().setCause(e).log("the clock failed on a socket");
    }
  }

  @Override
  public void close() {
    ticker.interrupt();
  }
}
