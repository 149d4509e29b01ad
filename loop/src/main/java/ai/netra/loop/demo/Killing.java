package ai.netra.loop.demo;

import ai.netra.loop.demo.Demo.Audience;
import ai.netra.loop.workspace.WorkspaceFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The loop is killed while it looks for the cause, with no chance to tidy up, and goes on. */
final class Killing {

  private static final Duration REACHES_WITHIN = Duration.ofMinutes(10);
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final int BY_KILL = 128 + 9;

  private final Place place;
  private final Programs programs;
  private final Audience audience;
  private int status;
  private String killedRun = "";
  private String resumedRun = "";

  Killing(Place place, Programs programs, Audience audience) {
    this.place = place;
    this.programs = programs;
    this.audience = audience;
  }

  Programs.Ended killAndGoOn() {
    audience.step("netra loop, with nobody helping");
    Path before = place.lastRun();
    Programs.Started loop = programs.startNetra("loop", "--json");
    try {
      awaitDiagnosis(loop.process(), before);
    } finally {
      loop.process().destroyForcibly();
    }
    status = programs.ended(loop).status();
    killedRun = String.valueOf(place.lastRun().getFileName());
    audience.step("kill -9 %d, while it diagnoses".formatted(loop.process().pid()));
    audience.step("netra loop, once more");
    Programs.Ended ended = programs.netra("loop", "--json");
    resumedRun = String.valueOf(place.lastRun().getFileName());
    return ended;
  }

  /** Until the search has begun: what was blamed stands in the journal, the culprit does not. */
  private void awaitDiagnosis(Process loop, Path before) {
    long deadline = System.nanoTime() + REACHES_WITHIN.toNanos();
    while (!isDiagnosing(before)) {
      if (!loop.isAlive() || System.nanoTime() > deadline) {
        throw new WorkspaceFailure("the loop found nothing to diagnose: see " + place.log());
      }
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new WorkspaceFailure("interrupted while the loop ran", e);
      }
    }
  }

  private boolean isDiagnosing(Path before) {
    return !place.lastRun().equals(before)
        && Files.exists(place.journal())
        && JournalText.read(place.journal()).of("blame").findAny().isPresent();
  }

  void check(Claims claims) {
    claims.equal("kill -9 ended the loop in the middle", BY_KILL, status);
    claims.equal("the same run goes on", killedRun, resumedRun);
    JournalText journal = JournalText.read(place.journal());
    claims.equal("it says that it was killed", 1L, journal.of("run.continued").count());
    claims.equal("it ends once", 1L, journal.of("run.finished").count());
    claims.equal("nothing was committed twice", 1L, journal.of("commit.done").count());
  }
}
