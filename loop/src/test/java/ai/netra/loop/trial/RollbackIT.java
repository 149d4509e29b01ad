package ai.netra.loop.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A deploy that closes after something was proved goes back to exactly that. */
class RollbackIT {

  @TempDir private Path folder;
  private Trial trial;

  @BeforeEach
  void layDown() {
    trial = new Trial(folder);
  }

  @Test
  void aClosedDeployGoesBackToWhatWasProvedLast() {
    Trial.Run proved = trial.loop();
    assertThat(proved.exit()).as(proved.err()).isZero();
    String build = proved.summary().path("builds").path("items").asString();
    trial.fixture.replace(
        "service/Items.java", "\"{\\\"revision\\\":\\\"\" + revision + \"\\\"}\"", "\"{}\"");
    // the way back is that of the proved tree: its configuration, not this one
    trial.fixture.replace("netra.yaml", "within: 20s", "within: 2s");
    trial.fixture.replace("netra.yaml", "${java} -XX:+UseSerialGC", "${java} -Xmx64m");
    trial.fixture.commit("Answer anything");

    Trial.Run run = trial.loop();

    assertThat(run.exit()).as(run.err()).isEqualTo(10);
    assertThat(run.reason()).isEqualTo("no-progress");
    assertThat(run.err()).contains("target: what run", "was deployed again and attested");
    assertThat(deployKinds())
        .containsExactly(
            "deploy.intent",
            "deploy.done",
            "deploy.back",
            "deploy.intent",
            "deploy.attested",
            "deploy.done");
    assertThat(last("deploy.attested").path("build").asString()).isEqualTo(build);
    assertThat(last("deploy.done").path("open").asBoolean()).isTrue();
    assertThat(last("spawned").path("argv").toString()).contains("-XX:+UseSerialGC");
    assertThat(trial.orphans()).isEmpty();
    assertThat(trial.netra("verify").status()).isZero();
  }

  @Test
  void newErrorsInTheLogsCloseTheDeployBeforeATestIsRun() {
    trial.fixture.replace(
        "service/Items.java",
        "      server.start();",
        """
              server.start();
              for (String what : new String[] {"disk", "cache", "queue", "mail"}) {
                System.out.println("{\\"level\\":\\"ERROR\\",\\"message\\":\\"no " + what + "\\"}");
              }\
        """);
    trial.fixture.commit("Log four errors");

    Trial.Run run = trial.loop();

    assertThat(run.exit()).as(run.err()).isEqualTo(13);
    assertThat(run.err())
        .contains("score 20, 15 is allowed: [no cache, no disk, no mail, no queue]");
    assertThat(trial.lines()).noneMatch(it -> Trial.kind(it).equals("attempt"));
    assertThat(last("deploy.errors").path("score").asInt()).isEqualTo(20);
    assertThat(trial.netra("verify").status()).isZero();
  }

  private List<String> deployKinds() {
    return onTarget().stream().map(Trial::kind).filter(it -> it.startsWith("deploy.")).toList();
  }

  /** What came before the failure was looked into, aside. */
  private List<JsonNode> onTarget() {
    return trial.lines().stream()
        .takeWhile(it -> !it.path("data").path("to").asString().equals("Diagnosing"))
        .toList();
  }

  private JsonNode last(String kind) {
    return onTarget().stream()
        .filter(it -> Trial.kind(it).equals(kind))
        .map(it -> it.path("data"))
        .reduce((_, later) -> later)
        .orElseThrow();
  }
}
