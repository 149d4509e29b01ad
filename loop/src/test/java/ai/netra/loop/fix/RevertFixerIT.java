package ai.netra.loop.fix;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.fix.Fixers.Assignment;
import ai.netra.loop.fix.Fixers.Attempted;
import ai.netra.loop.fix.Fixers.Attempted.Made;
import ai.netra.loop.fix.Fixers.Attempted.None;
import ai.netra.loop.record.Blame.Rate;
import ai.netra.loop.record.Candidate;
import ai.netra.loop.record.Culprit;
import ai.netra.loop.record.FixerDone;
import ai.netra.loop.record.Hunk;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reverts in a real repository. */
class RevertFixerIT {

  private static final String REVERT = "{ kind: revert }";
  private static final String FILE = "notes.txt";

  @TempDir private Path folder;
  private Bench bench;
  private String parent;

  @BeforeEach
  void lay() {
    open(Clock.systemUTC());
  }

  private void open(Clock clock) {
    bench = new Bench(folder.resolve("at" + clock.millis()), clock);
    bench.fixture().write(FILE, lines());
    bench.fixture().commit("Write notes");
    parent = bench.tree();
    bench.fixture().replace(FILE, "line 5\n", "LINE 5\n");
    bench.fixture().replace(FILE, "line 30\n", "LINE 30\n");
    bench.fixture().commit("Raise two lines");
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void theMinimalHunkIsTakenOutAndTheRestOfTheCommitStays() {
    Hunk faulty = bench.changes().hunks(parent, bench.tree()).getFirst();
    Assignment assignment =
        bench.assignment(bench.culprit(), Bench.minimal(List.of(faulty), List.of()));

    Made made = (Made) bench.attempt(REVERT, assignment);

    assertThat(text(made)).contains("line 5\n", "LINE 30\n");
    assertThat(made.candidate())
        .returns("revert", Candidate::fixer)
        .returns(assignment.base(), Candidate::base)
        .returns(List.of(FILE), Candidate::files);
    assertThat(made.did()).startsWith("takes 1 hunk(s) in 1 file(s) of ");
    assertThat(
            made.done(
                assignment,
                bench.project("fixers: [" + REVERT + "]\n").mending().fixers().getFirst()))
        .returns(FixerDone.End.CANDIDATE, FixerDone::end);
  }

  @Test
  void withoutAMinimalSetTheWholeCommitIsTakenOut() {
    Made made = (Made) bench.attempt(REVERT, bench.assignment(bench.culprit(), null));

    assertThat(made.candidate().tree()).isEqualTo(parent);
  }

  @Test
  void whatCannotBeTakenOutCleanlyIsNoCandidate() {
    Culprit culprit = bench.culprit();
    bench.fixture().replace(FILE, "LINE 5", "yet another line 5");
    bench.fixture().commit("Change it again");

    assertThat(reason(bench.assignment(culprit, null))).endsWith("does not come off cleanly");
  }

  @Test
  void aCulpritThatWasNotSeenRedBesideItsGreenParentStays() {
    Culprit found = bench.culprit();
    Culprit same = Bench.culprit(found.commits().getFirst(), "s", new Rate(1, 4), new Rate(1, 4));
    Culprit unseen = Bench.culprit(found.commits().getFirst(), "s", new Rate(0, 0), new Rate(0, 0));

    assertThat(reason(bench.assignment(same, null))).contains("verified");
    assertThat(reason(bench.assignment(unseen, null))).contains("verified");
  }

  @Test
  void anOldCommitStays() {
    bench.close();
    open(Clock.offset(Clock.systemUTC(), Duration.ofDays(15)));

    assertThat(reason(bench.assignment(bench.culprit(), null)))
        .endsWith("is older than max_age, 14 day(s)");
  }

  @Test
  void aRevertOfOursIsNotRevertedAgain() {
    bench.fixture().replace(FILE, "LINE 5\n", "line 5\n");
    bench.fixture().commit("Take it out\n\n" + new Change("01", 1, "c1", "revert").trailers());

    assertThat(reason(bench.assignment(bench.culprit(), null)))
        .endsWith("is itself a revert of the loop's");
  }

  @Test
  void aFileWithAnOpenRevertOfOursStaysUntilSomebodyHasChangedIt() {
    Culprit culprit = bench.culprit();
    Hunk second = bench.changes().hunks(parent, bench.tree()).getLast();
    bench.fixture().replace(FILE, "LINE 5\n", "line 5\n");
    bench.fixture().commit("Take it out\n\n" + new Change("01", 1, "c1", "revert").trailers());
    Assignment assignment = bench.assignment(culprit, Bench.minimal(List.of(second), List.of()));
    assertThat(reason(assignment)).startsWith(FILE + " has an open revert of the loop's");

    bench.fixture().replace(FILE, "line 10\n", "line ten\n");
    bench.fixture().commit("Spell a number");
    Assignment later = bench.assignment(culprit, assignment.minimal());

    assertThat(bench.attempt(REVERT, later)).isInstanceOf(Made.class);
  }

  @Test
  void noMoreThanSoManyAreMadeADay() {
    bench.fixture().write("other", "1\n");
    bench.fixture().commit("Take other out\n\n" + new Change("01", 1, "c1", "revert").trailers());
    bench.fixture().replace(FILE, "line 7\n", "LINE 7\n");
    bench.fixture().commit("Raise a third line");
    Assignment assignment = bench.assignment(bench.culprit(), null);

    assertThat(bench.attempt("{ kind: revert, per_day: 1 }", assignment))
        .isEqualTo(new None("per_day allows 1 revert(s), and 1 were made in the last 24 hours"));
    assertThat(bench.attempt("{ kind: revert, per_day: 2 }", assignment)).isInstanceOf(Made.class);
  }

  @Test
  void migrationsAndSecurityFixesStay() {
    bench.fixture().write("app/db/migration/V2__notes.sql", "drop table notes;\n");
    bench.fixture().commit("Drop notes");
    assertThat(reason(bench.assignment(bench.culprit(), null)))
        .startsWith("app/db/migration/V2__notes.sql is a migration");

    bench.fixture().write("login", "strict\n");
    bench.fixture().commit("Close a security hole");
    assertThat(reason(bench.assignment(bench.culprit(), null)))
        .endsWith("is a security fix by its message");
  }

  private String reason(Assignment assignment) {
    Attempted attempted = bench.attempt(REVERT, assignment);
    assertThat(attempted).isInstanceOf(None.class);
    return attempted.told();
  }

  private String text(Made made) {
    return bench.changes().text(made.candidate().tree(), FILE).orElseThrow();
  }

  private static String lines() {
    return IntStream.range(0, 40)
        .mapToObj(it -> "line " + it)
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
