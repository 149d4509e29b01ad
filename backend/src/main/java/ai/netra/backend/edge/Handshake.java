package ai.netra.backend.edge;

import ai.netra.backend.edge.HandshakeOutcome.Denied;
import ai.netra.backend.edge.HandshakeOutcome.TurnedAway;
import ai.netra.backend.edge.HandshakeOutcome.Welcomed;
import ai.netra.backend.identity.Caller;
import ai.netra.backend.service.Limits;
import ai.netra.backend.service.Refused;
import ai.netra.contract.error.ErrorCode;
import ai.netra.contract.error.Violation;
import ai.netra.contract.plan.Plan.Rate;
import java.util.List;
import java.util.Map;

/** Decides a handshake: the first rule that applies answers. Called on a virtual thread. */
final class Handshake {

  private static final int MINUTE_SECONDS = 60;

  private final Admission admission;
  private final Credentials credentials;
  private final Buckets buckets;
  private final StandardHeaders origins;
  private final Sockets sockets;
  private final Rate badTokens;
  private final Rate handshakes;

  Handshake(
      Admission admission,
      Credentials credentials,
      Buckets buckets,
      StandardHeaders origins,
      Sockets sockets,
      Limits limits) {
    this.admission = admission;
    this.credentials = credentials;
    this.buckets = buckets;
    this.origins = origins;
    this.sockets = sockets;
    this.badTokens = rate(limits.badTokensPerMinute());
    this.handshakes = rate(limits.handshakesPerMinute());
  }

  HandshakeOutcome decide(UpgradeRequest request) {
    try {
      requireProtocol(request);
      admission.requireReady();
    } catch (Refused e) {
      return new Denied(e);
    }
    Caller caller;
    try {
      caller = caller(request);
    } catch (Refused e) {
      return unverified(request, e);
    }
    return authenticated(request, caller);
  }

  private static void requireProtocol(UpgradeRequest request) {
    if (!"13".equals(request.version())) {
      throw new Refused(
          ErrorCode.UPGRADE_REQUIRED,
          "upgrade: a WebSocket handshake of version 13 is expected, got "
              + (request.version() == null
                  ? "no version"
                  : Violation.cut("version " + request.version())));
    }
    if (request.key() == null || request.key().isBlank()) {
      throw new Refused(
          ErrorCode.BAD_REQUEST, "Sec-WebSocket-Key: 16 bytes in base64, got nothing");
    }
  }

  /** The header alone decides where it is present. */
  private Caller caller(UpgradeRequest request) {
    String traceId = request.trace().traceId();
    if (!request.authorizations().isEmpty()) {
      return credentials.ofHeaders(request.authorizations(), request.address(), traceId);
    }
    String token =
        request
            .token()
            .orElseThrow(
                () ->
                    new Refused(
                        ErrorCode.AUTH_REQUIRED,
                        "auth required: no token in the Authorization header or the subprotocols",
                        Map.of(
                            "accepted",
                            List.of("Authorization: Bearer", "jwt.<base64url>"),
                            "offered",
                            request.offered())));
    return credentials.ofToken(token, request.address(), traceId);
  }

  private HandshakeOutcome unverified(UpgradeRequest request, Refused refused) {
    if (refused.code() == ErrorCode.STORE_UNAVAILABLE) {
      return new Denied(refused);
    }
    boolean nobodyCanTell = refused.code() == ErrorCode.AUTH_UNAVAILABLE;
    if (!nobodyCanTell) {
      Buckets.Taken taken = buckets.take(Buckets.Kind.BAD_TOKENS, request.address(), badTokens);
      if (!taken.allowed()) {
        return new Denied(Rates.refused("bad tokens", badTokens, MINUTE_SECONDS, taken));
      }
    }
    if (!request.authorizations().isEmpty()) {
      return new Denied(refused);
    }
    Refused told = withOffered(refused, request);
    return nobodyCanTell
        ? new TurnedAway(told, 1013, "Auth unavailable")
        : new TurnedAway(told, 1008, "Auth failed: " + reason(refused.code()));
  }

  private static Refused withOffered(Refused refused, UpgradeRequest request) {
    return refused.details().isEmpty()
        ? new Refused(refused.code(), refused.getMessage(), Map.of("offered", request.offered()))
        : refused;
  }

  private static String reason(ErrorCode code) {
    return switch (code) {
      case AUTH_REQUIRED -> "no credentials";
      case AUTH_TOKEN_EXPIRED -> "Token expired";
      case AUTH_TOKEN_REVOKED -> "Token revoked";
      default -> "invalid token";
    };
  }

  private HandshakeOutcome authenticated(UpgradeRequest request, Caller caller) {
    String origin = request.origin();
    if (origin != null && !origins.allows(origin)) {
      return new Denied(
          new Refused(
              ErrorCode.ORIGIN_NOT_ALLOWED,
              "origin: one of the configured is expected, got " + Violation.cut(origin)));
    }
    if (!caller.may("read")) {
      return new Denied(
          new Refused(
              ErrorCode.PERMISSION_DENIED,
              "permission: read is needed, the token lacks it",
              Map.of("needs", "read")));
    }
    Buckets.Taken taken =
        buckets.take(Buckets.Kind.HANDSHAKES, caller.user().value() + "", handshakes);
    if (!taken.allowed()) {
      return new Denied(Rates.refused("handshakes", handshakes, MINUTE_SECONDS, taken));
    }
    try {
      sockets.requireRoom(caller.user());
    } catch (Refused e) {
      return new TurnedAway(e, 1013, "Socket limit");
    }
    return new Welcomed(caller);
  }

  private static Rate rate(int perMinute) {
    return new Rate(perMinute, perMinute);
  }
}
