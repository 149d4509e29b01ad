package ai.netra.backend.runs;

import ai.netra.backend.service.Limits;
import java.time.Duration;

/**
 * The limits of runs.
 *
 * @param perUser runs of a user at work at once, in a thread one by one
 * @param queuedPerUser runs of a user that wait beyond those
 * @param perNode runs at work on this node
 * @param computing steps that compute at once on this node
 * @param silence after which a heartbeat is sent
 * @param lease how long a run is its node's without a renewal
 * @param recoveries how often a run is taken up again
 */
record RunSettings(
    int perUser,
    int queuedPerUser,
    int perNode,
    int computing,
    Duration runTimeout,
    Duration stepTimeout,
    Duration silence,
    Duration lease,
    Duration renewal,
    int recoveries,
    String revision) {

  private static final int PER_NODE = 1024;
  private static final Duration LEASE = Duration.ofSeconds(8);
  private static final Duration RENEWAL = Duration.ofSeconds(2);
  private static final int RECOVERIES = 3;

  /** How much earlier than the promised sign of life a heartbeat leaves. */
  private static final Duration AHEAD = Duration.ofSeconds(1);

  private static final Duration LEAST_SILENCE = Duration.ofMillis(500);

  static RunSettings of(Limits limits, int cores, String revision) {
    Duration promised = Duration.ofSeconds(limits.progressIntervalSeconds());
    Duration silence = promised.minus(AHEAD);
    return new RunSettings(
        limits.maxConcurrentRuns(),
        limits.maxQueuedRuns(),
        PER_NODE,
        Math.max(2, cores),
        Duration.ofSeconds(limits.runTimeoutSeconds()),
        Duration.ofSeconds(limits.stepTimeoutSeconds()),
        silence.compareTo(LEAST_SILENCE) < 0 ? LEAST_SILENCE : silence,
        LEASE,
        RENEWAL,
        RECOVERIES,
        revision);
  }
}
