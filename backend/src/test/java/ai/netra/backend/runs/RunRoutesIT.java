package ai.netra.backend.runs;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.backend.running.RunningBackend;
import ai.netra.backend.running.TestIssuer;
import ai.netra.backend.service.Json;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Threads, runs and events over HTTP, against the real service. */
class RunRoutesIT {

  private static final String QUESTION = "{\"content\":\"What do I spend, and on what?\"%s}";

  @TempDir static Path folder;
  private static TestIssuer issuer;
  private static RunningBackend backend;

  @BeforeAll
  static void start() throws Exception {
    issuer = new TestIssuer();
    backend = RunningBackend.ready(folder, issuer.url(), Map.of());
  }

  @AfterAll
  static void stop() {
    backend.close();
    issuer.close();
  }

  @Test
  void aThreadIsMadeReadChangedAndDeleted_H93() throws Exception {
    HttpResponse<String> made = send("h93", "POST", "/api/threads", "{\"title\":\"Bill\"}");
    assertThat(made.statusCode()).isEqualTo(201);
    String path = made.headers().firstValue("Location").orElseThrow();

    assertThat(json(send("h93", "GET", path, "")).get("title").asString()).isEqualTo("Bill");
    assertThat(json(send("h93", "PATCH", path, "{\"metadata\":{\"a\":1}}")).get("title").asString())
        .isEqualTo("Bill");
    assertThat(send("h93", "DELETE", path, "").statusCode()).isEqualTo(204);
    assertThat(send("h93", "GET", path, "").statusCode()).isEqualTo(404);
    assertThat(send("h93", "POST", path + "/restore", "").statusCode()).isEqualTo(200);
    assertThat(send("other", "GET", path, "").statusCode()).isEqualTo(404);
  }

  @Test
  void aPostedMessageStartsARunThatIsReadWhole_H87_H101() throws Exception {
    HttpResponse<String> posted =
        send("h101", "POST", "/api/chat/messages", QUESTION.formatted(""));
    assertThat(posted.statusCode()).isEqualTo(201);
    String run = json(posted).get("run").get("id").asString();
    JsonNode ended = ended("h101", run);
    JsonNode frames = json(send("h101", "GET", "/api/runs/" + run + "/events?limit=1000", ""));
    JsonNode last = frames.get("data").get(frames.get("data").size() - 1);

    assertThat(ended.get("state").asString()).isEqualTo("completed");
    assertThat(last.get("type").asString()).isEqualTo("agent_completed");
    assertThat(last.get("seq").asLong()).isEqualTo(ended.get("last_seq").asLong());
    assertThat(last.get("data").get("response")).isEqualTo(ended.get("response"));
    assertThat(last.get("data").get("result")).isEqualTo(ended.get("result"));
  }

  @Test
  void anAgentThatIsAskedAnswers_H77_H78_H79() throws Exception {
    HttpResponse<String> named =
        send("h77", "POST", "/api/agents/execute", QUESTION.formatted(",\"agent_type\":\"data\""));
    assertThat(named.statusCode()).isEqualTo(200);
    assertThat(json(named).get("status").asString()).isEqualTo("completed");
    assertThat(json(named).get("agent_type").asString()).isEqualTo("data");

    assertThat(send("h77", "POST", "/api/agents/data", QUESTION.formatted("")).statusCode())
        .isEqualTo(200);
    assertThat(send("h77", "POST", "/api/agents/nobody", QUESTION.formatted("")).statusCode())
        .isEqualTo(404);
    String unknown = QUESTION.formatted(",\"agent_type\":\"nobody\"");
    HttpResponse<String> refused = send("h77", "POST", "/api/agents/execute", unknown);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(json(refused).get("error_code").asString()).isEqualTo("AGENT_NOT_FOUND");
  }

  @Test
  void allBadFieldsAreToldAtOnce_H12() throws Exception {
    HttpResponse<String> refused =
        send(
            "h12",
            "POST",
            "/api/runs",
            "{\"content\":\" \",\"settings\":{\"timeout_seconds\":0},\"references\":7}");

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(json(refused).get("details").get("violations"))
        .extracting(each -> each.get("field").asString())
        .containsExactly("content", "settings.timeout_seconds", "references");
  }

  @Test
  void theKeyOfARequestIsTheIdOfItsMessage_H41_H42() throws Exception {
    HttpRequest.Builder keyed =
        request("h41", "POST", "/api/runs", QUESTION.formatted(""))
            .header("Idempotency-Key", "k-1");
    JsonNode first = json(backend.send(keyed));
    HttpResponse<String> again = backend.send(keyed);
    HttpResponse<String> other =
        backend.send(
            request("h41", "POST", "/api/runs", "{\"content\":\"something else\"}")
                .header("Idempotency-Key", "k-1"));

    assertThat(json(again).get("id")).isEqualTo(first.get("id"));
    assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(json(other).get("error_code").asString()).isEqualTo("IDEMPOTENCY_CONFLICT");
  }

  @Test
  void aFinishedRunIsNotStoppedAgain_H89() throws Exception {
    String run = startedAndEnded("h89");
    HttpResponse<String> stopped = send("h89", "POST", "/api/runs/" + run + "/cancel", "{}");

    assertThat(stopped.statusCode()).isEqualTo(409);
    assertThat(json(stopped).get("error_code").asString()).isEqualTo("RUN_FINISHED");
  }

  @Test
  void eventsFollowACursorAndWait_H103() throws Exception {
    startedAndEnded("h103");
    JsonNode all = json(send("h103", "GET", "/api/events?limit=1000", ""));
    String cursor = all.get("cursor").asString();
    JsonNode none = json(send("h103", "GET", "/api/events?after=" + cursor, ""));
    assertThat(none.get("data")).isEmpty();
    assertThat(none.get("cursor").asString()).isEqualTo(cursor);

    send("h103", "POST", "/api/threads", "{\"title\":\"later\"}");
    JsonNode more = json(send("h103", "GET", "/api/events?wait_seconds=20&after=" + cursor, ""));
    assertThat(more.get("data").get(0).get("type").asString()).isEqualTo("thread_created");
    assertThat(send("other", "GET", "/api/events?after=" + cursor, "").statusCode()).isEqualTo(422);
  }

  @Test
  void runsOfAKilledServiceGoOnWhenItIsBack_W91_H164() throws Exception {
    Path own = folder.resolve("killed");
    List<String> runs = new ArrayList<>();
    try (RunningBackend first = RunningBackend.ready(own, issuer.url(), Map.of())) {
      for (int i = 0; i < 8; i++) {
        runs.add(
            json(sendTo(first, "w91", "POST", "/api/runs", QUESTION.formatted("")))
                .get("id")
                .asString());
      }
      first.process().destroyForcibly().waitFor();
    }
    try (RunningBackend second = RunningBackend.ready(own, issuer.url(), Map.of())) {
      for (String run : runs) {
        assertThat(ended(second, "w91", run).get("state").asString()).isEqualTo("completed");
        JsonNode frames =
            json(sendTo(second, "w91", "GET", "/api/runs/" + run + "/events?limit=1000", ""))
                .get("data");
        for (int i = 0; i < frames.size(); i++) {
          assertThat(frames.get(i).get("seq").asInt()).isEqualTo(i + 1);
        }
      }
    }
  }

  private static String startedAndEnded(String user) throws Exception {
    String run = json(send(user, "POST", "/api/runs", QUESTION.formatted(""))).get("id").asString();
    ended(user, run);
    return run;
  }

  private static JsonNode ended(String user, String run) throws Exception {
    return ended(backend, user, run);
  }

  private static JsonNode ended(RunningBackend of, String user, String run) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (true) {
      JsonNode now = json(sendTo(of, user, "GET", "/api/runs/" + run, ""));
      if (!now.get("finished_at").isNull()) {
        return now;
      }
      assertThat(System.nanoTime()).as("deadline of run " + run).isLessThan(deadline);
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private static HttpResponse<String> send(String user, String method, String path, String body)
      throws Exception {
    return backend.send(request(user, method, path, body));
  }

  private static HttpResponse<String> sendTo(
      RunningBackend to, String user, String method, String path, String body) throws Exception {
    return to.send(request(to, user, method, path, body));
  }

  private static HttpRequest.Builder request(String user, String method, String path, String body) {
    return request(backend, user, method, path, body);
  }

  private static HttpRequest.Builder request(
      RunningBackend to, String user, String method, String path, String body) {
    HttpRequest.Builder request =
        to.request(path).header("Authorization", "Bearer " + issuer.token(user));
    return body.isEmpty()
        ? request.method(method, BodyPublishers.noBody())
        : request
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body));
  }

  private static JsonNode json(HttpResponse<String> response) {
    return Json.mapper().readTree(response.body());
  }
}
