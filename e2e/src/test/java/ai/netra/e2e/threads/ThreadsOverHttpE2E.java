package ai.netra.e2e.threads;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.e2e.support.Answer;
import ai.netra.e2e.support.Chat;
import ai.netra.e2e.support.Identity;
import ai.netra.e2e.support.Json;
import ai.netra.e2e.support.People;
import ai.netra.e2e.support.Rest;
import ai.netra.e2e.support.WebSocketClient;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Threads and messages over HTTP. */
@ExtendWith(People.class)
@Tag("p1")
@Tag("area:threads")
class ThreadsOverHttpE2E {

  @Test
  @DisplayName("H93 A thread made over HTTP is told on the socket")
  void madeOverHttpIsTold(Identity ann) {
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      Answer made = Rest.backend().as(ann).post("/api/threads", "{\"title\":\"Mine\"}");

      assertThat(socket.await("thread_created").at("/data/thread")).isEqualTo(made.json());
    }
  }

  @Test
  @DisplayName("H94 A taken id is 409")
  void takenIdIs409(Identity ann) {
    Rest client = Rest.backend().as(ann);

    assertThat(client.post("/api/threads", "{\"id\":\"t-1\"}").status()).isEqualTo(201);
    assertThat(client.post("/api/threads", "{\"id\":\"t-1\"}").refusal()).isEqualTo("409 CONFLICT");
  }

  @Test
  @DisplayName("H95 Absent fields of a PATCH stay")
  void absentFieldsStay(Identity ann) {
    Rest client = Rest.backend().as(ann);
    client.post("/api/threads", "{\"id\":\"t-1\",\"title\":\"First\",\"metadata\":{\"a\":1}}");
    Answer changed = client.send("PATCH", "/api/threads/t-1", "{\"title\":\"Second\"}");

    assertThat(changed.text("/title")).isEqualTo("Second");
    assertThat(changed.json().at("/metadata/a").asInt()).isEqualTo(1);
    assertThat(client.get("/api/threads/t-1").json()).isEqualTo(changed.json());
  }

  @Test
  @DisplayName("H96 A deleted thread is hidden and can be restored")
  void deletedCanBeRestored(Identity ann) {
    Rest client = Rest.backend().as(ann);
    client.post("/api/threads", "{\"id\":\"t-1\",\"title\":\"Mine\"}");
    Answer deleted = client.delete("/api/threads/t-1");
    Answer hidden = client.get("/api/threads/t-1");
    Answer restored = client.post("/api/threads/t-1/restore", "{}");

    assertThat(deleted.status()).isEqualTo(204);
    assertThat(hidden.refusal()).isEqualTo("404 THREAD_NOT_FOUND");
    assertThat(restored.text("/title")).isEqualTo("Mine");
    assertThat(client.get("/api/threads/t-1").text("/state")).isEqualTo("active");
  }

  @Test
  @DisplayName("H96 A purged thread cannot be restored")
  void purgedIsGone(Identity ann) {
    Rest client = Rest.backend().as(ann);
    client.post("/api/threads", "{\"id\":\"t-1\"}");
    client.delete("/api/threads/t-1?purge=true");

    assertThat(client.post("/api/threads/t-1/restore", "{}").refusal())
        .isEqualTo("404 THREAD_NOT_FOUND");
    Answer anew = client.post("/api/threads", "{\"id\":\"t-1\"}");
    assertThat(anew.status()).isEqualTo(201);
    assertThat(anew.text("/id")).isEqualTo("t-1");
  }

  @Test
  @DisplayName("H97 Messages come in both orders")
  void messagesInBothOrders(Identity ann) {
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      Chat.ask(socket, Chat.message("t-1", "First question"));
    }
    Rest client = Rest.backend().as(ann);
    JsonNode up = client.get("/api/threads/t-1/messages?order=asc").listed();
    JsonNode down = client.get("/api/threads/t-1/messages?order=desc").listed();

    assertThat(Json.texts(up, "/role")).containsExactly("user", "assistant");
    assertThat(Json.texts(down, "/id")).containsExactlyElementsOf(Json.texts(up, "/id").reversed());
  }

  @Test
  @DisplayName("H98 Auto-rename takes 3 to 5 words of the first message")
  void autoRename(Identity ann) {
    Rest client = Rest.backend().as(ann);
    client.post(
        "/api/chat/messages",
        "{\"thread_id\":\"t-1\",\"run\":false,\"content\":\"Please cut my LLM bill by a third without slowing checkout\"}");
    Answer renamed = client.post("/api/threads/t-1/auto-rename", "{}");

    assertThat(renamed.status()).isEqualTo(200);
    assertThat("Please cut my LLM bill by a third").startsWith(renamed.text("/title"));
    assertThat(renamed.text("/title").length()).isBetween(1, 50);
    assertThat(renamed.text("/title").split(" ", -1)).hasSizeBetween(3, 5);
  }

  @Test
  @DisplayName("H98 Auto-rename without a message is 409")
  void autoRenameWithoutMessage(Identity ann) {
    Rest client = Rest.backend().as(ann);
    client.post("/api/threads", "{\"id\":\"t-1\"}");

    assertThat(client.post("/api/threads/t-1/auto-rename", "{}").refusal())
        .isEqualTo("409 CONFLICT");
  }

  @Test
  @DisplayName("H99 Bulk answers for each id, 207 when one failed")
  void bulkAnswersEach(Identity ann) {
    Rest client = Rest.backend().as(ann);
    client.post("/api/threads", "{\"id\":\"t-1\"}");
    client.post("/api/threads", "{\"id\":\"t-2\"}");
    Answer all = client.post("/api/threads/bulk", "{\"action\":\"delete\",\"ids\":[\"t-1\"]}");
    Answer some =
        client.post("/api/threads/bulk", "{\"action\":\"delete\",\"ids\":[\"t-2\",\"t-none\"]}");

    assertThat(all.status()).isEqualTo(200);
    assertThat(some.status()).isEqualTo(207);
    assertThat(Json.texts(some.json().at("/data"), "/id")).containsExactly("t-2", "t-none");
    assertThat(some.text("/data/1/error_code")).isEqualTo("THREAD_NOT_FOUND");
  }

  @Test
  @DisplayName("H100 q finds titles and messages of the caller")
  void searchIsTheCallers(Identity ann, Identity bob) {
    Rest.backend().as(ann).post("/api/threads", "{\"id\":\"t-ann\",\"title\":\"Winter budget\"}");
    Rest.backend().as(bob).post("/api/threads", "{\"id\":\"t-bob\",\"title\":\"Winter budget\"}");

    assertThat(
            Json.texts(
                Rest.backend().as(ann).get("/api/threads?q=winter").json().at("/data"), "/id"))
        .containsExactly("t-ann");
  }

  @Test
  @DisplayName("H101 A posted message starts a run, or with run false none")
  void postedMessageStartsARun(Identity ann) {
    Rest client = Rest.backend().as(ann);
    Answer silent =
        client.post(
            "/api/chat/messages", "{\"thread_id\":\"t-1\",\"run\":false,\"content\":\"A note\"}");
    Answer asked =
        client.post(
            "/api/chat/messages", "{\"thread_id\":\"t-1\",\"content\":\"What can you do?\"}");

    assertThat(silent.status()).isEqualTo(201);
    assertThat(silent.json().at("/run").isNull() || silent.json().at("/run").isMissingNode())
        .isTrue();
    assertThat(asked.text("/message/content")).isEqualTo("What can you do?");
    assertThat(client.get("/api/runs/" + asked.text("/run/id")).text("/message_id"))
        .isEqualTo(asked.text("/message/id"));
  }

  @Test
  @DisplayName("H101 A stored message can be read and deleted")
  void messageIsReadAndDeleted(Identity ann) {
    Rest client = Rest.backend().as(ann);
    String id =
        client
            .post(
                "/api/chat/messages",
                "{\"thread_id\":\"t-1\",\"run\":false,\"content\":\"A note\"}")
            .text("/message/id");

    assertThat(client.get("/api/chat/messages/" + id).text("/content")).isEqualTo("A note");
    assertThat(client.delete("/api/chat/messages/" + id).status()).isEqualTo(204);
    assertThat(client.get("/api/chat/messages/" + id).status()).isEqualTo(404);
  }

  @Test
  @DisplayName("A49 SQL and markup come back as text")
  void hostileTextComesBack(Identity ann) {
    String title = "'; drop table threads; -- <script>alert(1)</script> 😀";
    Answer made =
        Rest.backend().as(ann).post("/api/threads", Json.write(java.util.Map.of("title", title)));

    assertThat(made.text("/title")).isEqualTo(title);
    assertThat(Rest.backend().as(ann).get("/api/threads/" + made.text("/id")).text("/title"))
        .isEqualTo(title);
  }
}
