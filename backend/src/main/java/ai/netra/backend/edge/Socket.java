package ai.netra.backend.edge;

import ai.netra.backend.events.Events;
import ai.netra.backend.events.NewEvent;
import ai.netra.backend.events.StoredEvent;
import ai.netra.backend.identity.Caller;
import ai.netra.backend.service.Refused;
import ai.netra.contract.socket.ServerFrame;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One live socket. Its messages are taken one after the other by a virtual thread that lives while
 * there are some; events come by its pump; both meet in its outbox.
 */
final class Socket implements SocketInput.Receiver, EventPump.Reader {

  private final SocketParts parts;
  private final Channel channel;
  private final String id;
  private final Trace trace;
  private final boolean legacy;
  private final long began = System.nanoTime();
  private final Outbox outbox;
  private final EventPump pump;
  private final SocketRules rules;
  private final ArrayDeque<Incoming> waiting = new ArrayDeque<>(); // guarded by itself
  private boolean working; // guarded by waiting
  private final List<byte[]> early = new ArrayList<>(); // guarded by itself
  private boolean greeted; // guarded by early
  private final AtomicBoolean ended = new AtomicBoolean();
  private final AtomicBoolean logged = new AtomicBoolean();
  private volatile Caller caller;
  private volatile @Nullable String threadId;
  private volatile long lastSeenNanos = System.nanoTime();
  private volatile long lastPingNanos = System.nanoTime();
  private volatile Instant warnedOf = Instant.MIN;

  Socket(SocketParts parts, Channel channel, Opening opening) {
    this.parts = parts;
    this.channel = channel;
    this.id = parts.ids().next("ws_");
    this.trace = opening.trace();
    this.legacy = opening.legacy();
    this.caller = opening.caller();
    this.outbox = new Outbox(channel, parts.limits(), () -> close(1013, "Slow reader"));
    this.pump = new EventPump(parts.events(), caller.user(), this, parts.threads());
    this.rules = new SocketRules(parts.limits());
  }

  String id() {
    return id;
  }

  Trace trace() {
    return trace;
  }

  Caller caller() {
    return caller;
  }

  void renewed(Caller renewed) {
    caller = renewed;
  }

  @Nullable String threadId() {
    return threadId;
  }

  void switchTo(String thread) {
    threadId = thread;
  }

  EventPump pump() {
    return pump;
  }

  SocketRules rules() {
    return rules;
  }

  boolean isOpen() {
    return !ended.get();
  }

  /** The first frame of all; what was to be told meanwhile follows it. */
  void greet(ServerFrame welcome) {
    synchronized (early) {
      outbox.send(parts.frames().reply(welcome, null));
      early.forEach(outbox::send);
      early.clear();
      greeted = true;
    }
  }

  void reply(ServerFrame data, @Nullable String correlationId) {
    send(parts.frames().reply(data, correlationId));
  }

  void send(byte[] frame) {
    synchronized (early) {
      if (!greeted) {
        early.add(frame);
        return;
      }
    }
    outbox.send(frame);
  }

  void refuse(Refused refused, String traceId, @Nullable String correlationId) {
    outbox.send(parts.frames().error(refused, traceId, correlationId));
  }

  @Override
  public void alive() {
    lastSeenNanos = System.nanoTime();
  }

  @Override
  public void received(Incoming message) {
    synchronized (waiting) {
      waiting.add(message);
      if (waiting.size() >= parts.limits().maxWaitingMessages()) {
        channel.config().setAutoRead(false);
      }
      if (!working) {
        working = true;
        parts.threads().execute(this::work);
      }
    }
  }

  private void work() {
    Incoming next = next();
    while (next != null) {
      if (isOpen()) {
        parts.messages().take(this, next);
      }
      next = next();
    }
  }

  private @Nullable Incoming next() {
    synchronized (waiting) {
      Incoming next = waiting.poll();
      working = next != null;
      if (waiting.size() < parts.limits().maxWaitingMessages()) {
        channel.config().setAutoRead(true);
      }
      return next;
    }
  }

  @Override
  public void stored(StoredEvent event) {
    byte[] frame = parts.frames().stored(parts.events(), caller.user(), event);
    outbox.send(legacy ? parts.legacyFrames().added(frame, parts.limits().maxFrameBytes()) : frame);
  }

  @Override
  public void told(NewEvent event, Instant at) {
    outbox.send(parts.frames().told(event, at));
  }

  @Override
  public boolean awaitRoom() throws InterruptedException {
    return outbox.awaitRoom();
  }

  /** Looks at the clock: pings, idleness, the token's end. */
  void tick(long nowNanos, Instant now) {
    SocketClock.Due due =
        parts.clockRules().due(nowNanos - lastSeenNanos, nowNanos - lastPingNanos, caller, now);
    switch (due) {
      case SocketClock.Due.Nothing() -> {}
      case SocketClock.Due.Ping() -> {
        lastPingNanos = nowNanos;
        var _ = channel.writeAndFlush(new PingWebSocketFrame());
      }
      case SocketClock.Due.Close(int code, String reason) -> close(code, reason);
    }
    warn(now);
  }

  private void warn(Instant now) {
    Instant end = caller.expiresAt();
    if (!warnedOf.equals(end) && parts.clockRules().expires(caller, now)) {
      warnedOf = end;
      reply(parts.clockRules().expiring(end, now), null);
    }
  }

  /** The caller's roles changed: a new token is needed within 10 s. */
  void outdated() {
    reply(parts.clockRules().outdated(caller.expiresAt()), null);
  }

  @Override
  public void broken(int code, String reason) {
    close(code, reason);
  }

  /** Sends what waits, then closes; what comes meanwhile is not read any more. */
  void close(int code, String reason) {
    if (end()) {
      log(code, reason, "server");
      outbox.close(code, reason);
    }
  }

  @Override
  public void closedByClient(int code, String reason) {
    if (end()) {
      log(code, reason, "client");
    }
  }

  @Override
  public void writable() {
    outbox.flush();
  }

  @Override
  public void gone() {
    if (end()) {
      log(1006, "Connection lost", "client");
    }
  }

  private boolean end() {
    if (!ended.compareAndSet(false, true)) {
      return false;
    }
    parts.sockets().remove(this);
    parts.threads().execute(pump::close);
    return true;
  }

  private void log(int code, String reason, String side) {
    if (logged.compareAndSet(false, true)) {
      SocketLog.close(trace, caller.userId(), code, reason, side, began);
    }
  }

  Events events() {
    return parts.events();
  }
}
