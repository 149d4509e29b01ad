package ai.netra.loop.proof;

import ai.netra.loop.record.Attempt;
import ai.netra.loop.record.Attempt.Status;
import ai.netra.loop.record.Exchange;
import ai.netra.loop.record.Mutant;
import ai.netra.loop.record.Reused;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mutant of a test and what became of it.
 *
 * @param n the line of the attempt, or of what was taken over
 * @param changed the exchanges whose answers were changed
 * @param refs the lines that it rests on
 * @param reused where an earlier run made it
 */
record Try(
    long n,
    Mutant mutant,
    Attempt attempt,
    List<Exchange> changed,
    List<Long> refs,
    @Nullable Reused reused) {

  /** Whether it says something: it ran, and an answer was changed. */
  boolean tells() {
    return attempt.status() != Status.NOT_RUN
        && attempt.status() != Status.SKIPPED
        && !changed.isEmpty();
  }

  /**
   * Whether nothing of the test noticed. An invocation whose own calls went elsewhere may be green.
   */
  boolean survives() {
    return attempt.status() == Status.PASSED;
  }

  /** What was changed, and where. */
  String words() {
    String fault = changed.getFirst().fault();
    String what =
        switch (mutant.change()) {
          case STATUS, BODY -> mutant.change().words();
          case LEAF -> mutant.change().words() + String.valueOf(fault).replaceFirst("^leaf", "");
          case DROPPED, DOUBLED -> mutant.change().words() + " " + mutant.frames().getFirst();
        };
    return what + " on " + mutant.route();
  }
}
