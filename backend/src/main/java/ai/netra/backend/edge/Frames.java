package ai.netra.backend.edge;

import ai.netra.backend.events.Events;
import ai.netra.backend.events.NewEvent;
import ai.netra.backend.events.StoredEvent;
import ai.netra.backend.identity.UserKey;
import ai.netra.backend.service.Json;
import ai.netra.backend.service.Refused;
import ai.netra.backend.service.Times;
import ai.netra.contract.error.ErrorCode;
import ai.netra.contract.run.StoredFrame;
import ai.netra.contract.socket.ErrorFrame;
import ai.netra.contract.socket.Reply;
import ai.netra.contract.socket.ServerFrame;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Renders frames as they go out. */
final class Frames {

  private final Clock clock;
  private final RenderedFrames rendered = new RenderedFrames();

  Frames(Clock clock) {
    this.clock = clock;
  }

  /** A user's stored event as it goes out; whoever asks again soon gets the same bytes. */
  byte[] stored(Events events, UserKey user, StoredEvent event) {
    return rendered.get(user, event.userSeq(), () -> stored(events.frame(user, event)));
  }

  byte[] stored(StoredFrame frame) {
    return Json.mapper().writeValueAsBytes(frame);
  }

  /** An event that is told and not stored, such as a heartbeat. */
  byte[] told(NewEvent event, Instant at) {
    return Json.mapper()
        .writeValueAsBytes(
            new Reply(
                event.type(),
                Times.text(at),
                event.data(),
                event.threadId(),
                event.runId(),
                event.agentName(),
                event.correlationId()));
  }

  byte[] reply(ServerFrame data, @Nullable String correlationId) {
    return reply(data.type(), data, null, null, correlationId);
  }

  byte[] reply(
      String type,
      Object data,
      @Nullable String threadId,
      @Nullable String runId,
      @Nullable String correlationId) {
    return Json.mapper()
        .writeValueAsBytes(
            new Reply(
                type, Times.text(clock.instant()), data, threadId, runId, null, correlationId));
  }

  byte[] error(Refused refused, String traceId, @Nullable String correlationId) {
    return Json.mapper()
        .writeValueAsBytes(
            new ErrorFrame(
                "error_message",
                refused.code(),
                refused.getMessage(),
                refused.details(),
                suggestions(refused.code(), correlationId),
                traceId,
                Times.text(clock.instant()),
                null,
                null,
                correlationId));
  }

  private static List<String> suggestions(ErrorCode code, @Nullable String correlationId) {
    return switch (code) {
      case AUTH_REQUIRED, AUTH_MALFORMED, AUTH_INVALID_TOKEN, AUTH_TOKEN_EXPIRED ->
          List.of("Sign in and connect with a fresh access token");
      case AUTH_TOKEN_REVOKED -> List.of("Send authenticate with a new token, or sign in again");
      case AUTH_UNAVAILABLE, STORE_UNAVAILABLE -> List.of("Try again in a few seconds");
      case RATE_LIMITED -> List.of("Wait retry_after_ms, then send the message again");
      case RUN_QUEUE_FULL -> List.of("Wait until a run has ended, then send the message again");
      case SOCKET_LIMIT -> List.of("Close another connection first");
      case SERVICE_DRAINING ->
          List.of(
              correlationId == null
                  ? "Reconnect and send the message again"
                  : "Reconnect and send %s again".formatted(correlationId));
      case FRAME_TOO_LARGE, UNSUPPORTED_DATA, INVALID_JSON, NOT_AN_OBJECT ->
          List.of("Send one JSON object in a text frame");
      case VALIDATION_ERROR -> List.of("Mend the fields in details.violations");
      case INVALID_CURSOR -> List.of("Read the state over HTTP and go on with live frames");
      default -> List.of();
    };
  }
}
