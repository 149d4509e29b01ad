package ai.netra.loop.gateway;

import ai.netra.loop.journal.Journal;
import ai.netra.loop.record.Phase;
import ai.netra.loop.record.TestKey;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The recording relay. Each service has a front listener at its public address, where an exchange
 * is attributed by its {@code traceparent}; each lane may have a listener of its own for a service,
 * where everything is the attempt's that the lane runs. Listens on loopback only. Safe for use by
 * many threads.
 *
 * <p>Recording that fails is told by the next call of {@link Attribution} or {@link #drain} with a
 * {@link ai.netra.loop.journal.JournalFailure}.
 */
public final class Gateway implements Attribution, AutoCloseable {

  private static final Duration LONGEST_CLOSE = Duration.ofSeconds(5);

  private record LaneOf(String service, int lane) {}

  private final Listener.Room room;
  private final Map<String, Front> fronts = new ConcurrentHashMap<>();
  private final Map<LaneOf, Listener> lanes = new ConcurrentHashMap<>();
  private final Map<Integer, Listener> listeners = new ConcurrentHashMap<>();
  private final OwnListeners own;
  private final Deeds deeds;

  private Gateway(Listener.Room room) {
    this.room = room;
    this.own = new OwnListeners(room);
    this.deeds = new Deeds(room);
  }

  /**
   * What a listener of an attempt's own leads to. Everything that passes it is the attempt's.
   *
   * @param instance the attempt's own instance behind it; null for the deployment's service
   * @param caller the attempt's own instance that calls there; null for the test
   */
  public record Own(
      TestKey owner, String service, @Nullable String instance, @Nullable String caller) {}

  /**
   * What an attempt did with a process of its own, or what became of it.
   *
   * @param own the instance, {@code caller} null
   * @param action what was ordered, or {@code end}
   * @param outcome what came of it: the process's output where it ended, else what the test was
   *     told
   * @param status the exit status where it ended
   * @param fault the fault mode by which it was refused
   * @param byTest whether the test ordered it
   */
  public record Deed(
      Own own,
      String action,
      String order,
      String outcome,
      @Nullable Integer status,
      @Nullable String fault,
      boolean byTest,
      Instant started,
      long micros) {}

  /** Opens a gateway that listens nowhere yet and records in round 1. */
  public static Gateway open(Journal journal, GatewaySettings settings) {
    Windows windows = new Windows();
    return new Gateway(
        new Listener.Room(
            settings,
            new Names(),
            new Upstreams(),
            windows,
            new Calls(windows, settings),
            new Recorder(journal, windows)));
  }

  /** What is recorded from now on belongs to this round. */
  public void round(int number) {
    room.recorder().round(number);
  }

  /**
   * Holds the public address of a service from now on. Until {@link #upstream} is told, and while
   * the service does not listen, connections end at once.
   *
   * @param port 0 for a free one
   * @throws GatewayFailure when no port can be bound at all
   */
  public Front front(String service, int port) {
    return fronts.computeIfAbsent(service, name -> openFront(name, port));
  }

  private Front openFront(String service, int port) {
    try {
      Optional<List<ServerSocket>> asked = port == 0 ? Optional.empty() : Ports.fixed(port);
      Listener listener =
          listen(Site.front(service), asked.isPresent() ? asked.get() : Ports.free());
      room.names().front(service, listener.port());
      return new Front(
          service, url(listener.port()), listener.port(), port != 0 && asked.isEmpty());
    } catch (IOException e) {
      throw new GatewayFailure(service + ": its public port must be bound on loopback: " + e, e);
    }
  }

  /** Tells the port at which a service really listens. */
  public void upstream(String service, int privatePort) {
    room.upstreams().set(service, privatePort);
  }

  /**
   * The address of a service for one lane, without a slash at its end; opened at the first call.
   *
   * @param lane from 0
   * @throws GatewayFailure when no port can be bound
   */
  public String lane(String service, int lane) {
    return url(lanes.computeIfAbsent(new LaneOf(service, lane), this::openLane).port());
  }

  private Listener openLane(LaneOf of) {
    try {
      Listener listener = listen(new Site(of.service, of.lane, null), Ports.free());
      room.names().lane(of.service, of.lane, listener.port());
      return listener;
    } catch (IOException e) {
      throw new GatewayFailure(
          of.service + ": a port for lane " + of.lane + " must be bound on loopback: " + e, e);
    }
  }

  private Listener listen(Site site, List<ServerSocket> sockets) {
    Listener listener = new Listener(room, site, sockets);
    listeners.put(listener.port(), listener);
    listener.start();
    return listener;
  }

  /**
   * Opens a listener of an attempt's own and returns its address, without a slash at its end.
   *
   * @throws GatewayFailure when no port can be bound
   */
  public String own(Own of) {
    return url(own.open(of));
  }

  /** Tells the port at which an attempt's own instance really listens. */
  public void upstream(Own of, int privatePort) {
    room.upstreams().set(Site.of(of).upstream(), privatePort);
  }

  /** Does this from now on to the calls on a listener of an attempt's own; null for nothing. */
  public void disturb(Own of, Fault.@Nullable Mode mode) {
    own.of(of).disturb(mode);
  }

  /** Ends a listener of an attempt's own, its connections recorded. */
  public void close(Own of) {
    own.close(of);
  }

  /** Returns when every call that passed there is recorded, or after the time, with whether. */
  public boolean awaitRecorded(Own of, Duration longest) throws InterruptedException {
    return room.windows().awaitRecorded(of, longest);
  }

  /** Records what an attempt did with a process of its own. */
  public void process(Deed deed) {
    deeds.record(deed);
  }

  private static String url(int port) {
    return "http://" + Names.HOST + ":" + port;
  }

  @Override
  public void begin(TestKey key, String traceId, int lane, @Nullable Fault fault) {
    room.recorder().check();
    room.windows().begin(key, traceId, lane, fault);
  }

  @Override
  public void phase(TestKey key, Phase phase) {
    room.recorder().check();
    room.windows().phase(key, phase);
  }

  @Override
  public void end(TestKey key) {
    room.recorder().check();
    room.windows().end(key);
  }

  /**
   * Returns when every exchange of the attempts is recorded. What is still open after the time,
   * sockets that nobody closed, is cut and then recorded.
   *
   * @return whether all of them ended by themselves
   */
  public boolean drain(Collection<TestKey> keys, Duration longest) throws InterruptedException {
    boolean ended = room.windows().awaitRecorded(keys, longest);
    if (!ended) {
      room.windows().cut(keys);
      room.windows().awaitRecorded(keys, LONGEST_CLOSE);
    }
    room.recorder().check();
    return ended;
  }

  /** Takes no more connections, cuts those that are open and records their exchanges. */
  @Override
  public void close() {
    try {
      for (Listener listener : listeners.values()) {
        listener.close(LONGEST_CLOSE);
      }
      own.closeAll();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
