package ai.netra.loop.faults;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.Fixture;
import ai.netra.loop.Netra;
import ai.netra.loop.workspace.Git;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands of the catalogue as processes, on a project of 60 lines with a fault of its own. */
class FaultsRunIT {

  private static final Path SMALL =
      Path.of("src/test/resources/ai/netra/loop/faults/small").toAbsolutePath();

  /** Two loops of a small project, on a machine that has other work as well. */
  private static final long MINUTES = 8;

  @TempDir private Path folder;
  private Fixture fixture;
  private Netra netra;

  @BeforeEach
  void layAFixtureWithACatalogue() throws IOException {
    fixture = Fixture.in(folder.resolve("project"));
    try (Stream<Path> files = Files.walk(SMALL)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        fixture.write("faults/" + SMALL.relativize(file), Files.readString(file));
      }
    }
    fixture.commit("Lay a catalogue down");
    netra = Netra.in(fixture.folder(), folder.resolve("state"));
  }

  @Test
  void theListIsAnArray() {
    Netra.Ended listed = netra.run("faults", "list", "--json");

    assertThat(listed.status()).isZero();
    assertThat(listed.out().strip())
        .isEqualTo(
            "[{\"id\":\"T1\",\"title\":\"items are kept under another number\","
                + "\"kind\":\"code\",\"needs\":null}]");
  }

  @Test
  void aCheckNamesWhatNoLongerFits() {
    Netra.Ended good = netra.run("faults", "check", "--all");
    fixture.replace("service/Items.java", "names.put(id, name);", "names.put( id, name );");
    Netra.Ended moved = netra.run("faults", "check", "T1", "--json");

    assertThat(good.out()).isEqualTo("1 faults, 0 problems\n");
    assertThat(good.status()).isZero();
    assertThat(moved.out()).contains("\"problems\":[\"T1: inject.patch does not apply\"]");
    assertThat(moved.status()).isEqualTo(1);
  }

  @Test
  void anUnknownIdAndABrokenTruthAreRefused() {
    Netra.Ended unknown = netra.run("faults", "check", "T9");
    fixture.replace("faults/T1-items-are-forgotten/fault.yaml", "limits:", "limit:");
    Netra.Ended broken = netra.run("faults", "list");

    assertThat(unknown.status()).isEqualTo(2);
    assertThat(unknown.err()).contains("one of [T1] is required, got 'T9'");
    assertThat(broken.status()).isEqualTo(2);
    assertThat(broken.err())
        .contains("fault.yaml:14:1: unknown key 'limit'; did you mean 'limits'?");
  }

  @Test
  void aReplayIsScoredFromWhatTheLoopRecorded() throws Exception {
    Process run = netra.start("faults", "run", "T1", "--json");
    assertThat(run.waitFor(MINUTES, TimeUnit.MINUTES)).as("the replay ends in time").isTrue();
    String printed = Files.readString(folder.resolve("out"));
    JsonNode score = JsonMapper.shared().readTree(printed.strip());
    Path replay = folder.resolve("state/faults/work/checkout");
    String log = Git.in(replay).run(List.of("log", "--reverse", "--format=%s")).output();

    assertThat(score.path("id").asString()).isEqualTo("T1");
    assertThat(score.path("honest").asBoolean()).isTrue();
    assertThat(score.path("no_innocent_revert").asBoolean()).isTrue();
    assertThat(score.path("test_runs").asInt()).isPositive();
    assertThat(score.path("builds").asInt()).isPositive();
    assertThat(score.propertyNames())
        .containsExactly(
            "id",
            "detected",
            "proved",
            "right_service",
            "right_change",
            "right_mechanism",
            "grounded",
            "fixed",
            "no_innocent_revert",
            "honest",
            "seconds",
            "rounds",
            "builds",
            "test_runs",
            "stop");
    assertThat(log.lines())
        .startsWith("Take the tree as it is")
        .contains("Keep items by their number");
    assertThat(replay.resolve("faults")).doesNotExist();
    assertThat(run.exitValue()).isEqualTo(passed(score) ? 0 : 1);
  }

  private static boolean passed(JsonNode score) {
    return Stream.of("detected", "proved", "fixed", "no_innocent_revert", "honest")
        .allMatch(criterion -> score.path(criterion).asBoolean());
  }
}
