package ai.netra.loop.trial;

import static ai.netra.loop.trial.Trial.part;
import static ai.netra.loop.trial.Trial.result;
import static ai.netra.loop.trial.Trial.resultOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Tests order instances of their own: they are attested, recorded, controlled, and end. */
class OwnInstancesIT {

  private static final String OWN =
      """
      package items;

      import java.net.URI;
      import java.net.http.*;
      import java.net.http.HttpRequest.BodyPublishers;
      import java.net.http.HttpResponse.BodyHandlers;
      import java.time.Duration;
      import java.util.regex.*;

      /** Orders at NETRA_GATEWAY and calls what it got. */
      final class Own {
        private static final HttpClient HTTP = HttpClient.newHttpClient();

        static HttpResponse<String> order(String path, String body) throws Exception {
          return send(System.getenv("NETRA_GATEWAY") + "/instances" + path, "POST", body, 20_000);
        }

        static HttpResponse<String> send(String url, String method, String body, int millis)
            throws Exception {
          return HTTP.send(
              HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofMillis(millis))
                  .method(method, BodyPublishers.ofString(body)).build(),
              BodyHandlers.ofString());
        }

        static String member(HttpResponse<String> answer, String name) {
          Matcher member = Pattern.compile("\\"" + name + "\\":\\"([^\\"]*)\\"").matcher(answer.body());
          if (!member.find()) {
            throw new AssertionError(name + " is missing in " + answer.statusCode() + " " + answer.body());
          }
          return member.group(1);
        }
      }
      """;

  private static final String TESTS =
      """
      package items;

      import static org.assertj.core.api.Assertions.assertThat;
      import static org.assertj.core.api.Assertions.assertThatThrownBy;
      import static org.junit.jupiter.api.Assertions.assertEquals;
      import static org.junit.jupiter.api.Assertions.assertTrue;

      import java.net.http.HttpResponse;
      import java.net.http.HttpTimeoutException;
      import org.junit.jupiter.api.DisplayName;
      import org.junit.jupiter.api.Test;

      class OwnTest {
        private final ItemsClient shared = new ItemsClient();

        @Test
        @DisplayName("O1 an own instance has data of its own")
        void ownData() throws Exception {
          String url = Own.member(Own.order("", "{\\"service\\":\\"items\\"}"), "url");
          Own.send(url + "/items", "POST", "{\\"name\\":\\"hermit\\"}", 5000);
          assertThat(Own.send(url + "/items", "GET", "", 5000).body()).contains("hermit");
          assertThat(shared.get("/items").body()).doesNotContain("hermit");
        }

        @Test
        @DisplayName("O2 a port that is no number refuses the start")
        void refusedStart() throws Exception {
          HttpResponse<String> refused =
              Own.order("", "{\\"service\\":\\"items\\",\\"env\\":{\\"PORT\\":\\"none\\"}}");
          assertEquals(422, refused.statusCode());
          assertThat(refused.body()).contains("\\"status\\":1", "NumberFormatException", "-cp");
        }

        @Test
        @DisplayName("O3 what was killed answers again after its restart")
        void killed() throws Exception {
          HttpResponse<String> own = Own.order("", "{\\"service\\":\\"items\\"}");
          String id = Own.member(own, "id");
          assertThat(Own.order("/" + id + "/kill", "").body()).contains("\\"status\\":137");
          assertEquals(201, Own.order("/" + id + "/restart", "").statusCode());
          HttpResponse<String> items = Own.send(Own.member(own, "url") + "/items", "GET", "", 5000);
          assertEquals("[]", items.body());
        }

        @Test
        @DisplayName("O4 what is paused answers when it goes on")
        void paused() throws Exception {
          HttpResponse<String> own = Own.order("", "{\\"service\\":\\"items\\"}");
          String id = Own.member(own, "id");
          String url = Own.member(own, "url") + "/items";
          assertThat(Own.order("/" + id + "/pause", "").body()).contains("paused");
          assertThatThrownBy(() -> Own.send(url, "GET", "", 300))
              .isInstanceOf(HttpTimeoutException.class);
          assertThat(Own.order("/" + id + "/resume", "").body()).contains("running");
          assertEquals("[]", Own.send(url, "GET", "", 5000).body());
        }

        @Test
        @DisplayName("O5 what is stopped ends by the signal and has said where it was")
        void stopped() throws Exception {
          String id = Own.member(Own.order("", "{\\"service\\":\\"items\\"}"), "id");
          HttpResponse<String> end = Own.order("/" + id + "/stop", "");
          assertThat(end.body()).contains("\\"status\\":143", "items are at");
        }

        @Test
        @DisplayName("asks for an instance and takes any answer")
        void takesAnyAnswer() throws Exception {
          assertTrue(Own.order("", "{\\"service\\":\\"items\\"}").statusCode() > 0);
        }
      }
      """;

  @TempDir private static Path folder;
  private static Trial trial;
  private static Trial.Run run;

  @BeforeAll
  static void runWithInstances() {
    trial = new Trial(folder);
    trial.fixture.write("tests/items/Own.java", OWN);
    trial.fixture.write("tests/items/OwnTest.java", TESTS);
    trial.fixture.replace(
        "netra.yaml", "proof: receipt", "support: [tests/items/Own.java]\n    proof: receipt");
    trial.fixture.replace("netra.yaml", "priorities:", "instances: { max: 1 }\npriorities:");
    trial.fixture.commit("Let tests have instances of their own");
    run = trial.loop();
  }

  @ParameterizedTest
  @ValueSource(strings = {"O1", "O2", "O3", "O4", "O5"})
  void aTestWithAnInstanceOfItsOwnIsProved(String claim) {
    JsonNode result = resultOf(run, claim);
    assertThat(result.path("outcome").asString()).as(result.toPrettyString()).isEqualTo("proved");
  }

  @Test
  void aRefusedStartIsTheWireOfItsTest() {
    JsonNode result = resultOf(run, "O2");
    assertThat(part(result, 3)).isEqualTo("PRESENT: 1 exchanges, 0 receipts");
    assertThat(part(result, 6)).isEqualTo("PRESENT: it notices changed answers on items start");
    JsonNode start = exchange("start", 1);
    assertThat(start.path("kind").asString()).isEqualTo("PROCESS");
    assertThat(start.path("response").path("bytes").asInt()).isPositive();
  }

  @Test
  void instancesAreRefusedInTheControl() {
    assertThat(part(result(run, "asks for an instance and takes any answer"), 3))
        .startsWith("MISSING");
    assertThat(trial.lines())
        .filteredOn(it -> it.path("data").path("fault").asString("").equals("refuse"))
        .filteredOn(it -> it.path("data").path("kind").asString().equals("PROCESS"))
        .isNotEmpty();
  }

  @Test
  void eachInstanceIsAttestedLikeTheDeployment() {
    List<JsonNode> attested =
        trial.lines().stream()
            .filter(it -> Trial.kind(it).equals("deploy.attested"))
            .map(it -> it.path("data"))
            .toList();
    assertThat(attested).hasSizeGreaterThan(5);
    assertThat(attested)
        .allSatisfy(it -> assertThat(it.path("level").asString()).isEqualTo("self"))
        .extracting(it -> it.path("build").asString())
        .containsOnly(attested.getFirst().path("build").asString());
  }

  @Test
  void noInstanceOutlivesItsAttemptAndMaxIsKept() {
    assertThat(trial.orphans()).isEmpty();
    int alive = 0;
    for (JsonNode line : trial.lines()) {
      boolean instance = line.path("data").path("role").asString("").equals("instance");
      alive += instance && Trial.kind(line).equals("spawned") ? 1 : 0;
      alive -= instance && Trial.kind(line).equals("exited") ? 1 : 0;
      assertThat(alive).isBetween(0, 1);
    }
  }

  @Test
  void verifyAcceptsTheRun() {
    assertThat(trial.netra("verify").status()).isZero();
  }

  private static JsonNode exchange(String action, int status) {
    return trial.lines().stream()
        .map(it -> it.path("data"))
        .filter(it -> it.path("method").asString("").equals(action))
        .filter(it -> it.path("status").asInt(-1) == status)
        .findFirst()
        .orElseThrow();
  }
}
