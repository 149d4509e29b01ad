package ai.netra.loop.suite;

import ai.netra.loop.gateway.Fault;
import ai.netra.loop.record.Attempt;
import ai.netra.loop.record.Attempt.Status;
import ai.netra.loop.record.TestKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A test about to be run.
 *
 * @param uniqueId what the launcher calls it; {@code key} has another id for a canary
 * @param fault what the gateway does to its calls
 * @param timeout how long it may take
 */
record TestStart(
    TestKey key,
    int run,
    String uniqueId,
    String traceId,
    @Nullable Fault fault,
    Duration timeout) {

  /** The attempt of a test that was never started. */
  Attempt notRun(String reason, Instant now) {
    return new Attempt(
        key,
        run,
        traceId,
        Status.NOT_RUN,
        List.of(),
        List.of(),
        null,
        0,
        0,
        now,
        now,
        0,
        null,
        reason,
        null);
  }

  /** An attempt that a cut ended before it could pass. */
  Attempt cut(Attempt it, String reason) {
    return new Attempt(
        key,
        run,
        traceId,
        Status.ERROR,
        it.invocations(),
        it.phases(),
        it.assertions(),
        it.lane(),
        it.workerPid(),
        it.workerBirth(),
        it.started(),
        it.durationMillis(),
        null,
        reason,
        null);
  }
}
