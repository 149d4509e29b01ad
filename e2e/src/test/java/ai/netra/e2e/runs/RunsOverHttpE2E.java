package ai.netra.e2e.runs;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.e2e.support.Answer;
import ai.netra.e2e.support.Await;
import ai.netra.e2e.support.Chat;
import ai.netra.e2e.support.Frame;
import ai.netra.e2e.support.Identity;
import ai.netra.e2e.support.Json;
import ai.netra.e2e.support.People;
import ai.netra.e2e.support.Rest;
import ai.netra.e2e.support.WebSocketClient;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs and agents over HTTP. */
@ExtendWith(People.class)
@Tag("p1")
@Tag("area:agents")
class RunsOverHttpE2E {

  private static final String QUESTION = "What do I spend, and on what?";

  @Test
  @DisplayName("H87 The run object agrees with the frames")
  void objectAgreesWithFrames(Identity ann) {
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      List<Frame> frames = Chat.ask(socket, Chat.message(QUESTION));
      Frame last = frames.getLast();
      Answer run = Rest.backend().as(ann).get("/api/runs/" + last.runId());

      assertThat(run.text("/state")).isEqualTo("completed");
      assertThat(run.text("/response")).isEqualTo(last.text("/data/response"));
      assertThat(run.json().at("/result")).isEqualTo(last.at("/data/result"));
      assertThat(run.json().at("/last_seq").asLong()).isEqualTo(last.seq());
      assertThat(run.text("/message_id")).isEqualTo(frames.getFirst().text("/data/message_id"));
    }
  }

  @Test
  @DisplayName("H88 Events page by after_seq")
  void eventsPage(Identity ann) {
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      List<Frame> frames = Chat.ask(socket, Chat.message(QUESTION));
      String path = "/api/runs/" + frames.getFirst().runId() + "/events";
      Answer first = Rest.backend().as(ann).get(path + "?limit=4");
      Answer second = Rest.backend().as(ann).get(path + "?limit=4&after_seq=4");

      assertThat(Json.texts(first.json().at("/data"), "/seq")).containsExactly("1", "2", "3", "4");
      assertThat(Json.texts(second.json().at("/data"), "/seq")).startsWith("5", "6");
      assertThat(first.json().at("/has_more").asBoolean()).isTrue();
      assertThat(first.json().at("/last_seq").asLong()).isEqualTo(frames.getLast().seq());
    }
  }

  @Test
  @DisplayName("H90 Retry makes a new run of the same message")
  void retryMakesANewRun(Identity ann) {
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      Frame last = Chat.ask(socket, Chat.message(QUESTION)).getLast();
      Answer retried = Rest.backend().as(ann).post("/api/runs/" + last.runId() + "/retry", "{}");
      Frame end =
          socket.await(frame -> frame.endsRun() && frame.runId().equals(retried.text("/id")));

      assertThat(retried.status()).isEqualTo(202);
      assertThat(retried.text("/id")).isNotEqualTo(last.runId());
      assertThat(end.text("/data/response")).isEqualTo(last.text("/data/response"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "6", "\"five\"", "null"})
  @DisplayName("H91 Feedback outside 1..5 is 422")
  void badFeedbackIs422(String rating) {
    Identity ann = Identity.fresh();
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      String run = Chat.ask(socket, Chat.message("What can you do?")).getLast().runId();
      Rest client = Rest.backend().as(ann);

      assertThat(
              client
                  .send("PUT", "/api/runs/" + run + "/feedback", "{\"rating\":" + rating + "}")
                  .refusal())
          .isEqualTo("422 VALIDATION_ERROR");
      assertThat(client.send("PUT", "/api/runs/" + run + "/feedback", "{\"rating\":5}").status())
          .isEqualTo(204);
    }
  }

  @Test
  @DisplayName("H92 Lists filter by thread and state")
  void listsFilter(Identity ann) {
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      String one = Chat.ask(socket, Chat.message("t-1", "What can you do?")).getLast().runId();
      String two = Chat.ask(socket, Chat.message("t-2", "What can you do?")).getLast().runId();
      Rest client = Rest.backend().as(ann);

      assertThat(Json.texts(client.get("/api/runs?thread_id=t-1").json().at("/data"), "/id"))
          .containsExactly(one);
      assertThat(Json.texts(client.get("/api/runs?state=completed").json().at("/data"), "/id"))
          .containsExactly(two, one);
      assertThat(client.get("/api/runs?state=failed").json().at("/data").size()).isZero();
    }
  }

  @Test
  @DisplayName("H74 The registry lists every agent with tools and needs")
  void registryListsAgents() {
    Answer answer = Rest.backend().get("/api/agents");

    assertThat(Json.texts(answer.json().at("/data"), "/name"))
        .contains("supervisor", "triage", "data", "data_helper", "reporting");
    assertThat(answer.json().at("/data/0").propertyNames())
        .contains(
            "name",
            "object",
            "version",
            "kind",
            "description",
            "depends_on",
            "tools",
            "llm",
            "min_plan",
            "available");
  }

  @ParameterizedTest
  @ValueSource(strings = {"supervisor", "triage", "data", "data_helper", "reporting"})
  @DisplayName("H77 Each agent executes and returns its result")
  void eachAgentExecutes(String agent) {
    Identity ann = Identity.fresh();
    Answer answer =
        Rest.backend()
            .as(ann)
            .post(
                "/api/agents/execute",
                "{\"agent_type\":\"" + agent + "\",\"content\":\"" + QUESTION + "\"}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("/agent_type")).isEqualTo(agent);
    assertThat(answer.text("/status")).isEqualTo("completed");
    assertThat(answer.json().at("/result").isObject()).isTrue();
  }

  @Test
  @DisplayName("H78 The path form does the same")
  void pathFormExecutes(Identity ann) {
    Answer answer =
        Rest.backend().as(ann).post("/api/agents/triage", "{\"content\":\"" + QUESTION + "\"}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("/agent_type")).isEqualTo("triage");
    assertThat(answer.text("/run_id")).startsWith("run_");
  }

  @Test
  @DisplayName("H79 An unknown agent is 422 in a body, 404 in a path")
  void unknownAgent(Identity ann) {
    Rest client = Rest.backend().as(ann);

    assertThat(
            client
                .post("/api/agents/execute", "{\"agent_type\":\"oracle\",\"content\":\"hi\"}")
                .refusal())
        .isEqualTo("422 AGENT_NOT_FOUND");
    assertThat(client.post("/api/agents/oracle", "{\"content\":\"hi\"}").refusal())
        .isEqualTo("404 AGENT_NOT_FOUND");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 10_001})
  @DisplayName("H80 Blank and overlong texts are 422")
  void badTextsAre422(int characters) {
    Identity ann = Identity.fresh();
    Answer answer =
        Rest.backend()
            .as(ann)
            .post("/api/agents/data", "{\"content\":\"" + "x".repeat(characters) + "\"}");

    assertThat(answer.refusal()).isEqualTo("422 VALIDATION_ERROR");
    assertThat(answer.text("/details/violations/0/field")).isEqualTo("content");
  }

  @Test
  @DisplayName("H82 A run started over HTTP shows on the socket")
  void startedRunShows(Identity ann) {
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      Answer started =
          Rest.backend().as(ann).post("/api/agents/start", "{\"content\":\"" + QUESTION + "\"}");
      Frame end = socket.await(Frame::endsRun);

      assertThat(started.status()).isEqualTo(202);
      assertThat(end.runId()).isEqualTo(started.text("/id"));
      assertThat(end.type()).isEqualTo("agent_completed");
    }
  }

  @Test
  @DisplayName("H84 Status lists the caller's unfinished runs alone")
  void statusListsUnfinished(Identity ann) {
    Rest client = Rest.backend().as(ann);
    String run = client.post("/api/runs", "{\"content\":\"" + QUESTION + "\"}").text("/id");
    Await.until(
        "the end of the run",
        () -> client.get("/api/runs/" + run),
        last -> last.text("/state").equals("completed"));

    assertThat(client.get("/api/agents/status").json().at("/data").size()).isZero();
    assertThat(client.get("/api/agents/status?run_id=" + run).text("/data/0/state"))
        .isEqualTo("completed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"test", "error", "please fail", "simulate a timeout"})
  @DisplayName("H86 No wording of a message forces a failure or a delay")
  void noWordingForcesAFailure(String content) {
    Identity ann = Identity.fresh();
    Answer answer =
        Rest.backend().as(ann).post("/api/agents/triage", "{\"content\":\"" + content + "\"}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("/status")).isEqualTo("completed");
  }

  @Test
  @DisplayName("H80 A message over HTTP and one over the socket share the key of idempotency")
  void keyIsShared(Identity ann) {
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      Frame first = Chat.ask(socket, Chat.keyed("m-1", "t-1", QUESTION)).getLast();
      Answer second =
          Rest.backend()
              .as(ann)
              .post(
                  "/api/runs",
                  "{\"client_message_id\":\"m-1\",\"thread_id\":\"t-1\",\"content\":\""
                      + QUESTION
                      + "\"}");

      assertThat(second.text("/id")).isEqualTo(first.runId());
    }
  }
}
