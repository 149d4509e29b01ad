package ai.netra.backend.edge;

import ai.netra.backend.identity.Caller;
import ai.netra.backend.service.Limits;
import ai.netra.backend.service.Times;
import ai.netra.contract.socket.ServerFrame;
import java.time.Duration;
import java.time.Instant;

/** What time asks of a socket. */
final class SocketClock {

  private static final Duration WARNING = Duration.ofSeconds(60);
  private static final long OUTDATED_SECONDS = 10;

  /** What is due now. */
  sealed interface Due {

    record Nothing() implements Due {}

    record Ping() implements Due {}

    record Close(int code, String reason) implements Due {}
  }

  private final Limits limits;

  SocketClock(Limits limits) {
    this.limits = limits;
  }

  Due due(long silentNanos, long unpingedNanos, Caller caller, Instant now) {
    if (!now.isBefore(caller.expiresAt().plus(limits.tokenSkew()))) {
      return new Due.Close(1008, "Auth failed: Token expired");
    }
    if (silentNanos >= Duration.ofSeconds(limits.idleTimeoutSeconds()).toNanos()) {
      return new Due.Close(1001, "Idle");
    }
    boolean ping = unpingedNanos >= Duration.ofSeconds(limits.heartbeatIntervalSeconds()).toNanos();
    return ping ? new Due.Ping() : new Due.Nothing();
  }

  /** Whether a token has less than a minute left. */
  boolean expires(Caller caller, Instant now) {
    return !now.isBefore(caller.expiresAt().minus(WARNING));
  }

  ServerFrame expiring(Instant end, Instant now) {
    long left = Math.max(0, Duration.between(now, end).toSeconds());
    return new ServerFrame.TokenExpiring("token_expiring", Times.text(end), left);
  }

  ServerFrame outdated(Instant end) {
    return new ServerFrame.TokenExpiring("token_expiring", Times.text(end), OUTDATED_SECONDS);
  }
}
