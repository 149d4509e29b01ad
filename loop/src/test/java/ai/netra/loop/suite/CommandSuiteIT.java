package ai.netra.loop.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.netra.loop.project.SuiteSpec;
import ai.netra.loop.record.Attempt;
import ai.netra.loop.record.Attempt.Status;
import ai.netra.loop.record.Inventory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs suites whose runner is a shell script. */
class CommandSuiteIT {

  /** Writes a report about the one test it was asked for; each id is a way to behave. */
  private static final String RUNNER =
      """
      id=$(cat "$1")
      report() { printf '<testsuite><testcase classname="shell" name="%s">%s</testcase></testsuite>' "$id" "$1" > "$REPORT"; }
      REPORT=$2
      case $id in
        passes) report "" ;;
        fails) report '<failure type="assertion" message="2 is not 3">trace</failure>'; exit 1 ;;
        skips) report '<skipped/>' ;;
        silent) ;;
        broken) printf '<testsuite>' > "$REPORT" ;;
        lies) report ""; exit 3 ;;
        stranger) id=somebody; report "" ;;
        address) report "<failure message='$ITEMS_URL'/>" ;;
        hangs) sleep 60 ;;
      esac
      """;

  @TempDir private Path folder;
  private SuiteProject project;

  @BeforeEach
  void create() {
    project = new SuiteProject(folder);
    project.write("suite/run.sh", RUNNER);
    project.write("suite/ids", "passes\nfails\n");
  }

  @AfterEach
  void close() {
    project.close();
  }

  @Test
  void discoveryTakesOneIdALine() {
    Inventory inventory = open("cat suite/ids").discover();

    assertThat(inventory.tests()).extracting(Inventory.Test::id).containsExactly("fails", "passes");
  }

  @Test
  void discoveryThatPrintsNothingIsRefused() {
    assertThatThrownBy(() -> open("true").discover())
        .isInstanceOf(SuiteFailure.class)
        .hasMessage("suites.seeds.discover: printed no test: true");
  }

  @Test
  void discoveryThatFailsIsRefusedWithWhatItSaid() {
    assertThatThrownBy(() -> open("cat suite/missing").discover())
        .isInstanceOf(SuiteFailure.class)
        .hasMessageContaining("ended with status 1")
        .hasMessageContaining("suite/missing");
  }

  @Test
  void resultsComeFromTheReportOfEachTest() {
    assertThat(run("passes").status()).isEqualTo(Status.PASSED);
    assertThat(run("skips").status()).isEqualTo(Status.SKIPPED);
    Attempt failed = run("fails");
    assertThat(failed.status()).isEqualTo(Status.FAILED);
    assertThat(failed.message()).isEqualTo("2 is not 3");
    assertThat(failed.assertions()).isNull();
  }

  @Test
  void aMissingReportIsAnErrorEvenWhenAnOldOneLiesThere() {
    List<Attempt> attempts =
        open("cat suite/ids").run(SuiteProject.verdict(List.of("passes", "silent")), a -> {});

    assertThat(attempts).extracting(Attempt::status).contains(Status.PASSED, Status.ERROR);
    assertThat(run("silent").message()).contains("it wrote no report");
  }

  @Test
  void aBrokenReportIsAnError() {
    assertThat(run("broken").status()).isEqualTo(Status.ERROR);
    assertThat(run("broken").message()).contains("is broken");
  }

  @Test
  void aReportThatDisagreesWithTheExitStatusIsAnError() {
    assertThat(run("lies").message())
        .isEqualTo("the report says passed, but the command ended with 3");
  }

  @Test
  void aResultForAnotherTestIsAnError() {
    assertThat(run("stranger").message()).isEqualTo("a result for an unknown test: shell#somebody");
  }

  @Test
  void eachLaneHasItsOwnAddress() {
    assertThat(run("address").message()).isEqualTo("http://lane-0/items");
  }

  @Test
  void aTestOverItsTimeIsKilled() {
    assertThat(run("hangs").message()).isEqualTo("it took longer than 3000 ms");
  }

  @Test
  void theWholeCallIsTheCallPhase() {
    run("passes");

    assertThat(project.windows.told("passes"))
        .containsExactly("begin passes", "CALL passes", "end passes");
  }

  @Test
  void aSuiteWithoutItsCommandsIsRefused() {
    assertThatThrownBy(() -> open(null))
        .isInstanceOf(SuiteFailure.class)
        .hasMessage("suites.seeds.discover: kind command needs it");
  }

  private Attempt run(String id) {
    return open("cat suite/ids").run(SuiteProject.verdict(List.of(id)), a -> {}).getFirst();
  }

  private Suite open(@Nullable String discover) {
    return project.open(
        new SuiteSpec(
            "seeds",
            "command",
            List.of("suite/**"),
            List.of(),
            Map.of("items", "ITEMS_URL"),
            Map.of(),
            null,
            null,
            discover,
            "sh suite/run.sh ${tests} ${report}",
            "junit-xml:report.xml",
            List.of(),
            "wire",
            1,
            1,
            Duration.ofSeconds(3),
            Duration.ofSeconds(20),
            List.of()));
  }
}
