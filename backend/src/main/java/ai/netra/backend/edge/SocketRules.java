package ai.netra.backend.edge;

import ai.netra.backend.service.Limits;
import ai.netra.contract.plan.Plan.Rate;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Optional;

/** What one socket may do wrong before it is closed; used by the thread of its messages. */
final class SocketRules {

  /** Why a socket is closed after its last error. */
  record Verdict(int code, String reason) {}

  private final Limits limits;
  private final Bucket pings;
  private int badFrames;
  private int rateRefusals;

  SocketRules(Limits limits) {
    this.limits = limits;
    this.pings =
        Bucket.builder()
            .addLimit(
                Bandwidth.builder()
                    .capacity(limits.pingsPerSecond())
                    .refillGreedy(limits.pingsPerSecond(), Duration.ofSeconds(1))
                    .build())
            .build();
  }

  /** The rate of pings, as a refusal tells it. */
  Rate pingRate() {
    return new Rate(limits.pingsPerSecond(), limits.pingsPerSecond());
  }

  Buckets.Taken takePing() {
    return Buckets.taken(pings.tryConsumeAndReturnRemaining(1), limits.pingsPerSecond());
  }

  void goodFrame() {
    badFrames = 0;
  }

  Optional<Verdict> badFrame() {
    badFrames++;
    return badFrames < limits.maxBadFrames()
        ? Optional.empty()
        : Optional.of(new Verdict(1008, "Too many bad frames"));
  }

  void withinRate() {
    rateRefusals = 0;
  }

  Optional<Verdict> overRate() {
    rateRefusals++;
    return rateRefusals < limits.maxRateRefusals()
        ? Optional.empty()
        : Optional.of(new Verdict(1008, "Rate limit"));
  }
}
