package ai.netra.backend.edge;

import ai.netra.contract.plan.Plan.Rate;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Token buckets by kind and owner, refilled evenly; full ones are forgotten when there are many.
 * Safe for many threads.
 */
final class Buckets {

  private static final int KEPT = 100_000;

  private record Key(Kind kind, String owner) {}

  /** What is counted. */
  enum Kind {
    REQUESTS,
    ADDRESS,
    MESSAGES,
    RUN_STARTS,
    HANDSHAKES,
    BAD_TOKENS,
  }

  /**
   * What came of taking a token.
   *
   * @param limit the bucket's size
   * @param nanosToRefill until a token is there; 0 where one was taken
   * @param nanosToFull until the bucket is full again
   */
  record Taken(boolean allowed, long limit, long remaining, long nanosToRefill, long nanosToFull) {

    long retryAfterMillis() {
      return Math.max(1, Duration.ofNanos(nanosToRefill).toMillis());
    }
  }

  private final ConcurrentHashMap<Key, Bucket> buckets = new ConcurrentHashMap<>();

  Taken take(Kind kind, String owner, Rate rate) {
    if (buckets.size() > KEPT) {
      buckets.values().removeIf(bucket -> bucket.getAvailableTokens() >= rate.burst());
    }
    Bucket bucket = buckets.computeIfAbsent(new Key(kind, owner), _ -> bucket(rate));
    return taken(bucket.tryConsumeAndReturnRemaining(1), rate.burst());
  }

  static Taken taken(ConsumptionProbe probe, long limit) {
    return new Taken(
        probe.isConsumed(),
        limit,
        probe.getRemainingTokens(),
        probe.getNanosToWaitForRefill(),
        probe.getNanosToWaitForReset());
  }

  static Bucket bucket(Rate rate) {
    return Bucket.builder()
        .addLimit(
            Bandwidth.builder()
                .capacity(rate.burst())
                .refillGreedy(rate.perMinute(), Duration.ofMinutes(1))
                .build())
        .build();
  }
}
