package ai.netra.e2e.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.e2e.support.Answer;
import ai.netra.e2e.support.Chat;
import ai.netra.e2e.support.Frame;
import ai.netra.e2e.support.Identity;
import ai.netra.e2e.support.Json;
import ai.netra.e2e.support.People;
import ai.netra.e2e.support.Rest;
import ai.netra.e2e.support.Usage;
import ai.netra.e2e.support.WebSocketClient;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nobody sees, hears or changes what is another's. */
@ExtendWith(People.class)
@Tag("p1")
@Tag("area:isolation")
class IsolationE2E {

  @Test
  @DisplayName("W95 Of twenty users at once none sees another's frame")
  void usersAtOnceSeeTheirOwn() {
    List<Identity> users = Identity.many(20, Map.of());
    List<WebSocketClient> sockets = users.stream().map(WebSocketClient::of).toList();
    for (int i = 0; i < users.size(); i++) {
      sockets.get(i).send(Chat.message("t-1", "Question of user " + i + ": what do I spend?"));
    }
    for (int i = 0; i < users.size(); i++) {
      List<Frame> frames = sockets.get(i).until(Frame::endsRun);

      assertThat(frames.stream().map(Frame::runId).filter(id -> !id.isEmpty()).distinct())
          .hasSize(1);
      assertThat(frames.stream().filter(f -> f.type().equals("message_received")).toList())
          .extracting(frame -> frame.text("/data/content"))
          .containsExactly("Question of user " + i + ": what do I spend?");
      assertThat(frames.stream().filter(f -> f.type().equals("agent_started")).toList())
          .extracting(frame -> frame.text("/data/user_id"))
          .containsExactly(users.get(i).userId());
    }
    sockets.forEach(WebSocketClient::close);
  }

  @Test
  @DisplayName("W96 Another's thread reads as one that is not there")
  void foreignThreadIsNotThere(Identity ann, Identity bob) {
    try (WebSocketClient owner = WebSocketClient.of(ann);
        WebSocketClient stranger = WebSocketClient.of(bob)) {
      owner.send(Map.of("type", "create_thread", "thread_id", "t-ann")).await("thread_created");
      Frame foreign =
          stranger.send(Map.of("type", "get_thread_history", "thread_id", "t-ann")).next();
      Frame absent =
          stranger.send(Map.of("type", "get_thread_history", "thread_id", "t-xyz")).next();

      assertThat(foreign.text("/error_code")).isEqualTo("THREAD_NOT_FOUND");
      assertThat(foreign.text("/error_message").replace("t-ann", "t-xyz"))
          .isEqualTo(absent.text("/error_message"));
    }
  }

  @Test
  @DisplayName("W97 One thread id of two users is two threads")
  void oneIdTwoThreads(Identity ann, Identity bob) {
    Answer first =
        Rest.backend().as(ann).post("/api/threads", "{\"id\":\"t-same\",\"title\":\"Ann's\"}");
    Answer second =
        Rest.backend().as(bob).post("/api/threads", "{\"id\":\"t-same\",\"title\":\"Bob's\"}");

    assertThat(first.status()).isEqualTo(201);
    assertThat(second.status()).isEqualTo(201);
    assertThat(Rest.backend().as(ann).get("/api/threads/t-same").text("/title")).isEqualTo("Ann's");
    assertThat(Rest.backend().as(bob).get("/api/threads/t-same").text("/title")).isEqualTo("Bob's");
  }

  private static final List<String> ROUTES_WITH_IDS =
      List.of(
          "GET /api/threads/{thread}",
          "PATCH /api/threads/{thread}",
          "DELETE /api/threads/{thread}",
          "GET /api/threads/{thread}/messages",
          "POST /api/threads/{thread}/auto-rename",
          "GET /api/runs/{run}",
          "GET /api/runs/{run}/events",
          "POST /api/runs/{run}/cancel",
          "POST /api/runs/{run}/retry",
          "GET /api/chat/messages/{message}",
          "DELETE /api/chat/messages/{message}",
          "GET /api/usage/imports/{import}",
          "GET /api/usage/imports/{import}/errors",
          "DELETE /api/usage/imports/{import}");

  @Test
  @DisplayName("H160 On every route with an id another user's answers as an unknown one")
  void foreignIdsAnswerAsUnknown(Identity ann, Identity bob) {
    Map<String, String> own = things(ann);

    for (String route : ROUTES_WITH_IDS) {
      String[] parts = route.split(" ", 2);
      assertForeignIsUnknown(bob, parts[0], parts[1], own);
    }
    Answer kept = Rest.backend().as(ann).get("/api/threads/" + own.get("{thread}"));
    assertThat(kept.status()).isEqualTo(200);
    assertThat(kept.text("/id")).isEqualTo(own.get("{thread}"));
  }

  private static void assertForeignIsUnknown(
      Identity bob, String method, String path, Map<String, String> own) {
    Map<String, String> none =
        Map.of(
            "{thread}", "thread_none",
            "{run}", "run_00000000000000000000000000",
            "{message}", "msg_00000000000000000000000000",
            "{import}", "imp_00000000000000000000000000");
    Answer foreign = Rest.backend().as(bob).send(method, fill(path, own), body(method));
    Answer absent = Rest.backend().as(bob).send(method, fill(path, none), body(method));

    assertThat(foreign.status()).as("%s %s", method, path).isEqualTo(404);
    assertThat(foreign.refusal()).as("%s %s", method, path).isEqualTo(absent.refusal());
    assertThat(replace(foreign.text("/message"), own))
        .isEqualTo(replace(absent.text("/message"), none));
  }

  @Test
  @DisplayName("AG35 No name or number of one user is in the other's answer")
  void tenantsShareNothing(Identity ann, Identity bob) {
    Usage.importCsv(ann, Usage.csv(1_200, 14, "acme/premium", "aurora", 1_000, 100));
    Usage.importCsv(bob, Usage.csv(1_300, 14, "acme/small", "borealis", 700, 70));
    try (WebSocketClient socket = WebSocketClient.of(bob)) {
      String everything =
          Chat.ask(socket, Chat.message("What do I spend, and on what?")).stream()
              .map(frame -> frame.json().toString())
              .reduce("", String::concat);

      assertThat(everything).contains("borealis").doesNotContain("aurora", "acme/premium");
    }
  }

  @Test
  @DisplayName("A40 user_id in a body and in a query changes nothing")
  void userIdInARequestChangesNothing(Identity ann, Identity bob) {
    Rest.backend().as(ann).post("/api/threads", "{\"id\":\"t-ann\"}");
    Answer list = Rest.backend().as(bob).get("/api/threads?user_id=" + ann.userId());
    Answer made =
        Rest.backend()
            .as(bob)
            .post("/api/threads", Json.write(Map.of("id", "t-bob", "user_id", ann.userId())));

    assertThat(list.json().at("/data").size()).isZero();
    assertThat(made.status()).isEqualTo(201);
    assertThat(Rest.backend().as(ann).get("/api/threads/t-bob").refusal())
        .isEqualTo("404 THREAD_NOT_FOUND");
  }

  @Test
  @DisplayName("A40 user_id in the query opens nobody else's thread")
  void userIdInAQueryOpensNothing(Identity ann, Identity bob) {
    Rest.backend().as(ann).post("/api/threads", "{\"id\":\"t-ann\",\"title\":\"Ann's\"}");
    Answer foreign = Rest.backend().as(bob).get("/api/threads/t-ann?user_id=" + ann.userId());
    Answer own = Rest.backend().as(ann).get("/api/threads/t-ann?user_id=" + bob.userId());

    assertThat(foreign.refusal()).isEqualTo("404 THREAD_NOT_FOUND");
    assertThat(own.status()).isEqualTo(200);
    assertThat(own.text("/title")).isEqualTo("Ann's");
  }

  private static Map<String, String> things(Identity owner) {
    String upload = Usage.send(owner, Usage.csv(10, 1, "acme/small", "search", 10, 10)).text("/id");
    try (WebSocketClient socket = WebSocketClient.of(owner)) {
      Frame last = Chat.ask(socket, Chat.message("t-own", "What can you do?")).getLast();
      return Map.of(
          "{thread}",
          "t-own",
          "{run}",
          last.runId(),
          "{message}",
          last.text("/data/message_id"),
          "{import}",
          upload);
    }
  }

  private static String fill(String path, Map<String, String> ids) {
    String filled = path;
    for (Map.Entry<String, String> id : ids.entrySet()) {
      filled = filled.replace(id.getKey(), id.getValue());
    }
    return filled;
  }

  private static String replace(String message, Map<String, String> ids) {
    String text = message;
    for (String id : ids.values()) {
      text = text.replace(id, "ID");
    }
    return text;
  }

  private static String body(String method) {
    return method.equals("PATCH") || method.equals("POST") ? "{}" : "";
  }
}
