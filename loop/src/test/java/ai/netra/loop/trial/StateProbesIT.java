package ai.netra.loop.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A service whose receipts say nothing of what is stored, and a probe that reads it back. */
class StateProbesIT {

  private static final String SERVICE = "service/Items.java";

  /** The whole suite: one write, and nothing of its own that reads it back. */
  private static final String CREATES =
      """
      package items;

      import static org.junit.jupiter.api.Assertions.assertEquals;
      import static org.junit.jupiter.api.Assertions.assertTrue;

      import java.net.URI;
      import java.net.http.HttpClient;
      import java.net.http.HttpRequest;
      import java.net.http.HttpResponse;
      import org.junit.jupiter.api.Test;

      class ItemsTest {
        @Test void creates() throws Exception {
          HttpRequest request =
              HttpRequest.newBuilder(URI.create(System.getenv("ITEMS_URL") + "/items"))
                  .header("X-Key", "sesame")
                  .POST(HttpRequest.BodyPublishers.ofString("{\\"name\\":\\"chair\\"}"))
                  .build();
          HttpResponse<String> answer =
              HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
          assertEquals(201, answer.statusCode());
          assertTrue(answer.body().contains("chair"), answer.body());
        }
      }
      """;

  @TempDir private Path folder;
  private Trial trial;

  @BeforeEach
  void layDown() {
    trial = new Trial(folder);
    trial.fixture.replace(SERVICE, ",\\\"stored\\\":[\" + answer.stored + \"]}", "}");
    // only whoever sends the key may read
    trial.fixture.replace(
        SERVICE,
        "Answer answer = answer(",
        "Answer answer = path(exchange).startsWith(\"/items/\") && !\"sesame\".equals("
            + "exchange.getRequestHeaders().getFirst(\"X-Key\"))"
            + " ? new Answer(\"/items/{id}\", 401, \"\", \"\") : answer(");
    trial.fixture.replace(
        SERVICE,
        "  private Answer create(",
        "  private static String path(HttpExchange exchange) {\n"
            + "    return exchange.getRequestURI().getPath();\n  }\n\n  private Answer create(");
    trial.fixture.replace(
        "netra.yaml",
        "    logs: {",
        "    state: [{ after: POST /items, read: \"GET /items/{response:/id}\", expect: 200 }]\n"
            + "    logs: {");
    trial.fixture.write("tests/items/ItemsTest.java", CREATES);
  }

  @Test
  void aWriteIsReadBackWithItsOwnCredentials() throws Exception {
    trial.fixture.commit("Say nothing of what is stored");

    Trial.Run run = trial.loop();

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(Trial.part(Trial.result(run, "creates()"), 4))
        .isEqualTo("PRESENT: 1 writes read back");
    JsonNode probe = probe();
    assertThat(probe.path("status").asInt()).isEqualTo(200);
    assertThat(probe.path("read").asString()).matches("GET /items/[0-9]+");
    assertThat(Files.readString(run.folder().resolve("journal.jsonl"))).doesNotContain("sesame");
    assertThat(trial.netra("verify").status()).isZero();
  }

  @Test
  void aWriteThatLeftNothingIsContradicted() {
    trial.fixture.replace(
        SERVICE,
        "return new Answer(\"/items\", 201, json(id)",
        "String told = json(id);\n    names.remove(id);\n    return new Answer(\"/items\", 201, told");
    trial.fixture.commit("Answer 201 and store nothing");

    Trial.Run run = trial.loop();

    assertThat(run.exit()).as(run.err()).isEqualTo(10);
    assertThat(run.tests("unproven")).isEqualTo(1);
    assertThat(Trial.part(Trial.result(run, "creates()"), 4))
        .startsWith("CONTRADICTED: GET /items/")
        .endsWith("answered 404 after the write, 200 shows its effect");
  }

  private JsonNode probe() {
    return trial.lines().stream()
        .filter(it -> Trial.kind(it).equals("state.probe"))
        .findFirst()
        .orElseThrow()
        .path("data");
  }
}
