package ai.netra.loop.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fault among honest commits is found, taken back, proved and committed, with nobody helping. */
class MendIT {

  private static final String SERVICE = "service/Items.java";

  @TempDir private Path folder;

  private Trial trial;

  @BeforeEach
  void prove() {
    trial = new Trial(folder);
    trial.fixture.replace(
        "netra.yaml",
        "project: fixture\n",
        """
        project: fixture
        policy: { commit: { mode: auto } }
        fixers: [{ kind: revert }, { kind: restore-config }, { kind: human }]
        """);
    trial.fixture.commit("Let the loop mend what it can");
    Trial.Run proved = trial.loop();
    assertThat(proved.exit()).as(proved.err()).isZero();
  }

  @Test
  void aHunkThatTurnsTestsRedIsTakenBackAndTheOthersOfItsCommitStay() {
    benign("first");
    trial.fixture.replace(SERVICE, "names.put(id, name);", "names.put(id, name.strip() + \" \");");
    trial.fixture.replace(SERVICE, "/** Items in memory:", "/** All items are in memory:");
    trial.fixture.commit("Tidy names");
    benign("second");
    String head = trial.fixture.git("rev-parse", "HEAD");

    Trial.Run run = trial.mend();

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.summary().path("rounds").asInt()).isEqualTo(2);
    assertThat(trial.fixture.git("rev-parse", "HEAD~1")).isEqualTo(head);
    assertThat(trial.fixture.git("show", "--format=", "HEAD"))
        .contains("-    names.put(id, name.strip() + \" \");", "+    names.put(id, name);")
        .doesNotContain("in memory:");
    assertThat(trial.fixture.git("log", "-1", "--format=%B"))
        .contains("Netra-Run: ", "Netra-Change: ", "Netra-Proof: ");
    assertThat(trial.fixture.git("status", "--porcelain")).isEmpty();
    assertThat(trial.orphans()).isEmpty();
    assertThat(trial.netra("verify").status()).isZero();
  }

  private void benign(String word) {
    trial.fixture.write("notes/" + word + ".txt", word + "\n");
    trial.fixture.commit("Note the " + word);
    trial.fixture.replace(
        SERVICE, "  private Answer create(", "  // " + word + "\n  private Answer create(");
    trial.fixture.commit("Say what comes " + word);
  }
}
