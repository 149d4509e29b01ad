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

/** A message refers to things of its own user alone. */
@ExtendWith(People.class)
@Tag("p1")
@Tag("area:isolation")
class ReferencesE2E {

  @Test
  @DisplayName("W53 A foreign reference on the socket is refused in the words for an absent one")
  void foreignReferenceIsRefused(Identity ann, Identity bob) {
    String imported = imported(bob);
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      Frame foreign = socket.send(message(imported)).next();
      Frame absent = socket.send(message("imp_none")).next();

      assertThat(foreign.text("/error_code")).isEqualTo("NOT_FOUND");
      assertThat(foreign.text("/error_message").replace(imported, "imp_none"))
          .isEqualTo(absent.text("/error_message"));
      assertThat(Rest.backend().as(ann).get("/api/runs").listed()).isEmpty();
      assertThat(Rest.backend().as(ann).get("/api/threads").listed()).isEmpty();
    }
  }

  @Test
  @DisplayName("W53 A foreign reference over HTTP is 404")
  void foreignReferenceIs404(Identity ann, Identity bob) {
    String body = Json.write(fields(imported(bob)));
    Answer run = Rest.backend().as(ann).post("/api/runs", body);
    Answer stored =
        Rest.backend()
            .as(ann)
            .post("/api/chat/messages", body.replaceFirst("\\{", "{\"run\":false,"));

    assertThat(run.refusal()).isEqualTo("404 NOT_FOUND");
    assertThat(stored.refusal()).isEqualTo("404 NOT_FOUND");
    assertThat(run.text("/details/resource")).isEqualTo("reference");
  }

  @Test
  @DisplayName("W53 One's own import may be referred to")
  void ownReferencePasses(Identity ann) {
    String imported = imported(ann);
    Answer run = Rest.backend().as(ann).post("/api/runs", Json.write(fields(imported)));

    assertThat(run.status()).isEqualTo(202);
    assertThat(run.text("/state")).isIn("queued", "running", "completed");
  }

  @Test
  @DisplayName("W53 One's own report may be referred to, another's is as absent")
  void reportsAreOwned(Identity ann, Identity bob) {
    String report;
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      report = Chat.ask(socket, Chat.message("How can I save?")).getLast().text("/data/report_id");
    }
    String body = Json.write(fields(report));

    assertThat(Rest.backend().as(ann).post("/api/runs", body).status()).isEqualTo(202);
    assertThat(Rest.backend().as(bob).post("/api/runs", body).refusal()).isEqualTo("404 NOT_FOUND");
  }

  private static String imported(Identity owner) {
    return Usage.importCsv(owner, Usage.csv(20, 1, "acme/small", "search", 10, 10))
        .at("/id")
        .asString();
  }

  private static Map<String, Object> message(String reference) {
    return Map.of("type", "user_message", "payload", fields(reference));
  }

  private static Map<String, Object> fields(String reference) {
    return Map.of("content", "What do I spend?", "references", List.of(reference));
  }
}
