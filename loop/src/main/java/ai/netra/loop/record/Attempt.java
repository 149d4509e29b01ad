package ai.netra.loop.record;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run of one test as its worker reported it and the loop saw it.
 *
 * @param key the test, which attempt, what for
 * @param run the number of the full run, from 1
 * @param traceId the trace id offered to the test: 32 hex digits
 * @param status what the runner says of it, the worst of its invocations; a claim until the proof
 *     is complete
 * @param invocations how each invocation ended, in order: one for a plain test, none where it never
 *     started or a parameterised test had no arguments
 * @param assertions executed checks, or null where the kind does not count them
 * @param lane the lane that ran it
 * @param workerPid the worker process, with {@code workerBirth}
 */
public record Attempt(
    TestKey key,
    int run,
    String traceId,
    Status status,
    List<Status> invocations,
    List<PhaseSpan> phases,
    @Nullable Integer assertions,
    int lane,
    long workerPid,
    Instant workerBirth,
    Instant started,
    long durationMillis,
    @Nullable String errorType,
    @Nullable String message,
    @Nullable String stack)
    implements Entry {

  /** The runner's word for the end of an attempt. */
  public enum Status {
    PASSED,
    /** An assertion failed. */
    FAILED,
    /** Anything but an assertion in setup, call or teardown, a time-out, a crash. */
    ERROR,
    SKIPPED,
    /** Never started: the run was cut before. */
    NOT_RUN
  }

  /** When a phase began and how long it took. */
  public record PhaseSpan(Phase phase, Instant started, long durationMillis) {}
}
