package ai.netra.backend.edge;

import ai.netra.backend.edge.HandshakeOutcome.TurnedAway;
import ai.netra.backend.identity.Caller;
import ai.netra.backend.runs.Runs;
import ai.netra.backend.service.Limits;
import ai.netra.backend.service.Refused;
import ai.netra.backend.service.ServiceFacts;
import ai.netra.backend.service.Times;
import ai.netra.contract.error.ErrorCode;
import ai.netra.contract.plan.Plan;
import ai.netra.contract.socket.ServerFrame;
import ai.netra.contract.socket.ServerFrame.WelcomeConfig;
import io.netty.channel.Channel;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The first frames of a connection: a welcome, or the reason why there is none. */
final class Welcomes {

  private static final Logger LOG = LoggerFactory.getLogger(Welcomes.class);

  private final SocketParts parts;
  private final Runs runs;
  private final MessageActions actions;
  private final ServiceFacts facts;
  private final Plan plan;
  private final Clock clock;

  Welcomes(
      SocketParts parts,
      Runs runs,
      MessageActions actions,
      ServiceFacts facts,
      Plan plan,
      Clock clock) {
    this.parts = parts;
    this.runs = runs;
    this.actions = actions;
    this.facts = facts;
    this.plan = plan;
    this.clock = clock;
  }

  /** On the event loop, before the answer 101: frames find their handler. */
  void turnAway(Channel channel, TurnedAway away, UpgradeRequest upgrade) {
    long began = System.nanoTime();
    parts.sockets().connected(channel);
    Refusal refusal = new Refusal(channel, parts.limits(), upgrade.trace(), began);
    channel.pipeline().addLast(SocketInput.NAME, new SocketInput(parts.limits(), refusal));
    byte[] frame = parts.frames().error(away.refused(), upgrade.trace().traceId(), null);
    refusal.tell(frame, away.code(), away.reason());
  }

  /** On the event loop, before the answer 101; the welcome is made on a virtual thread. */
  void welcome(Channel channel, Caller caller, UpgradeRequest upgrade) {
    parts.sockets().connected(channel);
    Opening opening = new Opening(caller, upgrade.trace(), upgrade.cursor(), upgrade.legacy());
    Socket socket = new Socket(parts, channel, opening);
    channel.config().setAutoRead(false);
    channel.pipeline().addLast(SocketInput.NAME, new SocketInput(parts.limits(), socket));
    parts.threads().execute(() -> greet(socket, channel, opening));
  }

  private void greet(Socket socket, Channel channel, Opening opening) {
    try {
      parts.sockets().add(socket);
      begin(socket, opening);
      channel.config().setAutoRead(true);
    } catch (Refused e) {
      socket.refuse(e, opening.trace().traceId(), null);
      boolean full = e.code() == ErrorCode.SOCKET_LIMIT;
      socket.close(full ? 1013 : 1011, full ? "Socket limit" : "Internal error");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.atError()
          .addKeyValue("trace_id", opening.trace().traceId())
          .setCause(e)
          .log("a socket could not be opened");
      socket.close(1011, "Internal error");
    }
  }

  private void begin(Socket socket, Opening opening) throws InterruptedException {
    Caller caller = opening.caller();
    long end = socket.pump().begin();
    String cursor = opening.cursor();
    Optional<Long> place =
        cursor == null ? Optional.empty() : parts.events().place(caller.user(), cursor);
    socket.greet(welcome(socket, opening, end, place.isPresent()));
    if (cursor != null && place.isPresent()) {
      actions.resume(socket, caller, cursor, null);
      return;
    }
    if (cursor != null) {
      socket.refuse(MessageActions.invalidCursor(), opening.trace().traceId(), null);
    }
    socket.pump().flow();
  }

  private ServerFrame welcome(Socket socket, Opening opening, long end, boolean replaying) {
    Caller caller = opening.caller();
    return new ServerFrame.Welcome(
        "connection_established",
        true,
        socket.id(),
        caller.userId(),
        Times.text(clock.instant()),
        facts.build().revision(),
        facts.environment().wireName(),
        opening.trace().traceId(),
        Times.text(caller.expiresAt()),
        parts.events().cursor(caller.user(), end),
        replaying,
        runs.unfinished(caller.user()),
        config());
  }

  private WelcomeConfig config() {
    Limits limits = parts.limits();
    return new WelcomeConfig(
        limits.heartbeatIntervalSeconds(),
        limits.idleTimeoutSeconds(),
        limits.progressIntervalSeconds(),
        limits.maxFrameBytes(),
        limits.maxMessageChars(),
        limits.maxSockets(),
        limits.maxConcurrentRuns(),
        limits.runTimeoutSeconds(),
        plan.messages().perMinute());
  }
}
