package ai.netra.backend.agents;

import ai.netra.backend.identity.UserKey;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** How often a user may call a tool directly: 60 times a minute. Safe for many threads. */
final class ToolRates {

  static final int PER_MINUTE = 60;

  private static final int MOST_BUCKETS = 10_000;

  private record Key(UserKey user, String tool) {}

  /** The buckets used last; one that falls out was full again long before. Guarded by this. */
  private final Map<Key, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Bucket> eldest) {
          return size() > MOST_BUCKETS;
        }
      };

  /** Takes one call, or says how long to wait. */
  ConsumptionProbe take(UserKey user, String tool) {
    return bucket(user, tool).tryConsumeAndReturnRemaining(1);
  }

  int remaining(UserKey user, String tool) {
    return Math.toIntExact(bucket(user, tool).getAvailableTokens());
  }

  private synchronized Bucket bucket(UserKey user, String tool) {
    return buckets.computeIfAbsent(
        new Key(user, tool),
        _ ->
            Bucket.builder()
                .addLimit(
                    limit ->
                        limit.capacity(PER_MINUTE).refillGreedy(PER_MINUTE, Duration.ofMinutes(1)))
                .build());
  }
}
