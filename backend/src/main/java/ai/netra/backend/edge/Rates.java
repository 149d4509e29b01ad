package ai.netra.backend.edge;

import ai.netra.backend.service.Refused;
import ai.netra.contract.error.ErrorCode;
import ai.netra.contract.plan.Plan.Rate;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How a bucket's state is told: in headers and in refusals. */
final class Rates {

  private Rates() {}

  /** Unix seconds when the bucket is full. */
  static long resetSeconds(Instant now, Buckets.Taken taken) {
    long millis = now.toEpochMilli() + TimeUnit.NANOSECONDS.toMillis(taken.nanosToFull());
    return Math.ceilDiv(millis, 1000);
  }

  static Refused refused(String what, Rate rate, int windowSeconds, Buckets.Taken taken) {
    return new Refused(
        ErrorCode.RATE_LIMITED,
        "%s: at most %d in %d s, got one more".formatted(what, rate.perMinute(), windowSeconds),
        Map.of(
            "limit", rate.perMinute(),
            "window_seconds", windowSeconds,
            "retry_after_ms", taken.retryAfterMillis()));
  }
}
