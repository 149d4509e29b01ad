package ai.netra.backend.edge;

import ai.netra.backend.edge.HandshakeOutcome.TurnedAway;
import ai.netra.backend.identity.Caller;
import ai.netra.backend.service.Limits;
import ai.netra.backend.service.Refused;
import ai.netra.contract.error.ErrorCode;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.Set;
import java.util.concurrent.ExecutorService;

/** What handshakes need. */
record UpgradeParts(
    Handshake handshake,
    ClientAddress addresses,
    GuardParts guard,
    Welcomes welcomes,
    Limits limits,
    ExecutorService threads) {

  private static final Set<String> PATHS = Set.of("/ws", "/websocket");

  boolean isSocketPath(String target) {
    String path = target.split("\\?", 2)[0];
    return PATHS.contains(RequestPath.decoded(path));
  }

  /** The answer of HTTP to a refused handshake, with its line in the log. */
  FullHttpResponse denial(Refused refused, UpgradeRequest upgrade, long began) {
    Failure failure = guard.failures().of(refused, null, upgrade.trace().traceId());
    SocketLog.handshake(
        new SocketLog.Answered(upgrade, null, failure.status(), failure.code()), began);
    return new Denials(guard).of(failure, upgrade.origin(), upgrade.trace(), upgrade.requestId());
  }

  /** A fault of the server, logged. */
  Refused fault(RuntimeException thrown, String traceId) {
    Failure failure = guard.failures().of(thrown, null, traceId);
    return new Refused(ErrorCode.INTERNAL_ERROR, failure.message());
  }

  void headers(UpgradeRequest upgrade, HttpHeaders headers) {
    guard
        .standardHeaders()
        .each("", upgrade.origin(), upgrade.trace().traceId(), upgrade.requestId(), headers::set);
  }

  void turnAway(Channel channel, TurnedAway away, UpgradeRequest upgrade) {
    welcomes.turnAway(channel, away, upgrade);
  }

  void welcome(Channel channel, Caller caller, UpgradeRequest upgrade) {
    welcomes.welcome(channel, caller, upgrade);
  }
}
