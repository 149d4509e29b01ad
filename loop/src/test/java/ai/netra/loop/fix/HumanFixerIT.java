package ai.netra.loop.fix;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.fix.Fixers.Attempted;
import ai.netra.loop.fix.Fixers.Attempted.Human;
import ai.netra.loop.fix.Fixers.Attempted.None;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person is handed, and what a kind without a repair says. */
class HumanFixerIT {

  @TempDir private Path folder;

  @Test
  void aPersonGetsABriefInTheRunsFolderAndABranchToCommitTo() throws IOException {
    Attempted attempted = attempt("{ kind: human }");

    Path page = folder.resolve("run/briefs/c1-1/brief.md");
    assertThat(attempted).isEqualTo(new Human(page, "netra/human/01RUN-c1"));
    assertThat(attempted.told())
        .isEqualTo(page + " waits for a commit on branch netra/human/01RUN-c1");
    assertThat(Files.readString(page))
        .startsWith("# GET /notes answers 500\n")
        .contains(
            "Commit a repair to branch netra/human/01RUN-c1",
            "- e2e: NotesTest.aNoteIsRead",
            "- the route is gone",
            "- V06: the failure is swallowed");
    assertThat(page.resolveSibling("assignment.json"))
        .content()
        .contains("\"title\":\"GET /notes answers 500\"");
    assertThat(page.resolveSibling("evidence/exchanges.json")).hasContent("[]");
  }

  @Test
  void aKindWithoutARepairForTheCauseSaysSo() {
    assertThat(attempt("{ kind: recipe }"))
        .isEqualTo(new None("no recipe is known for this kind of mechanism"));
  }

  private Attempted attempt(String fixer) {
    try (Bench bench = new Bench(folder, Clock.systemUTC())) {
      return bench.attempt(fixer, bench.assignment(bench.culprit(), null));
    }
  }
}
