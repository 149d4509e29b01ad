package ai.netra.backend.edge;

import ai.netra.backend.service.Json;
import ai.netra.backend.service.Times;
import ai.netra.contract.error.ErrorBody;
import java.time.Clock;

/** Writes the one error body, for every layer. */
final class ErrorBodies {

  private final Clock clock;

  ErrorBodies(Clock clock) {
    this.clock = clock;
  }

  byte[] of(Failure failure, String traceId, String requestId) {
    ErrorBody body =
        new ErrorBody(
            true,
            failure.code(),
            failure.message(),
            failure.details(),
            traceId,
            requestId,
            Times.text(clock.instant()));
    return Json.mapper().writeValueAsBytes(body);
  }
}
