package ai.netra.loop.suite;

import ai.netra.loop.record.Attempt;
import ai.netra.loop.record.Attempt.PhaseSpan;
import ai.netra.loop.record.Attempt.Status;
import ai.netra.loop.record.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of an attempt while it runs. Used by the lane's thread alone. */
final class Notes {

  private static final List<Status> WORST_FIRST =
      List.of(Status.ERROR, Status.FAILED, Status.SKIPPED, Status.PASSED);

  private final TestStart test;
  private final int lane;
  private final long workerPid;
  private final Instant workerBirth;
  private final Instant started;
  private final List<PhaseSpan> phases = new ArrayList<>();
  private final List<WorkerEvent.Invocation> invocations = new ArrayList<>();
  private Phase phase = Phase.SETUP;
  private Instant phaseStarted;
  private @Nullable String stack;

  Notes(TestStart test, int lane, long workerPid, Instant workerBirth, Instant started) {
    this.test = test;
    this.lane = lane;
    this.workerPid = workerPid;
    this.workerBirth = workerBirth;
    this.started = started;
    this.phaseStarted = started;
  }

  Instant started() {
    return started;
  }

  void enter(Phase next, Instant now) {
    phases.add(new PhaseSpan(phase, phaseStarted, millis(phaseStarted, now)));
    phase = next;
    phaseStarted = now;
  }

  void add(WorkerEvent.Invocation invocation) {
    invocations.add(invocation);
  }

  void stack(String text) {
    stack = text;
  }

  /** The launcher call returned: the invocations say how it ended, the worst of them first. */
  Attempt finished(@Nullable Integer checks, Instant now) {
    enter(phase, now);
    WorkerEvent.Invocation stranger = stranger();
    if (stranger != null) {
      return error("a result for an unknown test: " + stranger.id(), checks, now);
    }
    WorkerEvent.Invocation worst = worst();
    if (worst == null) {
      return withoutInvocation(checks, now);
    }
    return attempt(worst.status(), checks, now, worst.error(), named(worst), worst.stack());
  }

  /** A factory may make no test; a plain test that the runner did not run has no result. */
  private Attempt withoutInvocation(@Nullable Integer checks, Instant now) {
    String last = test.uniqueId().substring(test.uniqueId().lastIndexOf("/[") + 1);
    boolean mayBeEmpty =
        last.startsWith("[test-factory:")
            || last.startsWith("[test-template:")
            || last.startsWith("[class-template:");
    return mayBeEmpty
        ? attempt(Status.PASSED, checks, now, null, "it had no invocation", null)
        : error("no result: the runner did not run it", checks, now);
  }

  /** The attempt could not end by itself. */
  Attempt error(String message, @Nullable Integer checks, Instant now) {
    return attempt(Status.ERROR, checks, now, null, message, stack);
  }

  /** The time-out of the test. */
  Attempt late(@Nullable Integer checks, Instant now) {
    String message = "it took longer than " + test.timeout().toMillis() + " ms";
    return attempt(Status.ERROR, checks, now, "timeout", message, stack);
  }

  private Attempt attempt(
      Status status,
      @Nullable Integer checks,
      Instant now,
      @Nullable String error,
      @Nullable String message,
      @Nullable String trace) {
    return new Attempt(
        test.key(),
        test.run(),
        test.traceId(),
        status,
        invocations.stream().map(WorkerEvent.Invocation::status).toList(),
        List.copyOf(phases),
        checks,
        lane,
        workerPid,
        workerBirth,
        started,
        millis(started, now),
        error,
        message,
        trace);
  }

  private WorkerEvent.@Nullable Invocation worst() {
    return invocations.stream()
        .min(Comparator.comparingInt(i -> WORST_FIRST.indexOf(i.status())))
        .orElse(null);
  }

  private WorkerEvent.@Nullable Invocation stranger() {
    return invocations.stream().filter(i -> !concerns(i.id())).findFirst().orElse(null);
  }

  /** The test itself, what runs below it, or a container around it. */
  private boolean concerns(String id) {
    return id.startsWith(test.uniqueId()) || test.uniqueId().startsWith(id);
  }

  private @Nullable String named(WorkerEvent.Invocation invocation) {
    return invocations.size() == 1 || invocation.message() == null
        ? invocation.message()
        : invocation.name() + ": " + invocation.message();
  }

  private static long millis(Instant from, Instant to) {
    return Duration.between(from, to).toMillis();
  }
}
