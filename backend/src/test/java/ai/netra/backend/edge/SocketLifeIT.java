package ai.netra.backend.edge;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.backend.running.RunningBackend;
import ai.netra.backend.running.SocketClient;
import ai.netra.backend.running.TestIssuer;
import ai.netra.backend.running.UnreadSocket;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What ends a socket, and what holds of it until then: W25, W80, W98, W104. */
final class SocketLifeIT {

  /** Replies that outgrow every buffer between the service and a client that does not read. */
  private static final int UNREAD = 280;

  @TempDir static Path folder;
  private static TestIssuer issuer;
  private static RunningBackend backend;

  @BeforeAll
  static void start() throws Exception {
    issuer = new TestIssuer();
    backend =
        RunningBackend.ready(
            folder,
            issuer.url(),
            Map.of(
                "NETRA_BACKEND_DEFAULT_PLAN", "developer",
                "NETRA_BACKEND_LIMITS_HEARTBEAT_INTERVAL_SECONDS", "2",
                "NETRA_BACKEND_LIMITS_IDLE_TIMEOUT_SECONDS", "4"));
  }

  @AfterAll
  static void stop() {
    backend.close();
    issuer.close();
  }

  @Test
  void afterAChangeOfRolesMessagesWaitForANewToken_W25() throws Exception {
    try (SocketClient client = welcomed("w25")) {
      issuer.tell(
          "\"kind\":\"account.claims_changed\",\"account_id\":\"w25\",\"before\":\"%s\""
              .formatted(Instant.now().plusSeconds(1)));

      assertThat(SocketClient.data(client.next("system_message")))
          .containsEntry("event", "token_expiring")
          .containsEntry("seconds_left", 10);
      assertThat(client.send("{\"type\":\"list_threads\"}").next("error_message"))
          .containsEntry("error_code", "AUTH_TOKEN_REVOKED");
      client.send(
          "{\"type\":\"authenticate\",\"payload\":{\"token\":\"%s\"}}"
              .formatted(
                  issuer.token(
                      "w25",
                      claims ->
                          claims.issueTime(java.util.Date.from(Instant.now().plusSeconds(2))))));
      assertThat(SocketClient.data(client.next("system_message")))
          .containsEntry("event", "token_renewed");
      assertThat(client.send("{\"type\":\"list_threads\"}").next())
          .containsEntry("type", "thread_list");
    }
  }

  @Test
  void aPageOfLongMessagesFitsItsFrameAndTheNextGoesOn_W98() throws Exception {
    fill("w98", 9);
    try (SocketClient client = welcomed("w98")) {
      List<Object> ids = new ArrayList<>();
      String token = "";
      do {
        Map<String, Object> page = SocketClient.data(history(client, token));
        assertThat(page.toString().length()).isLessThan(65_536);
        List<?> messages = (List<?>) SocketClient.member(page, "messages");
        assertThat(messages).hasSizeBetween(1, 6);
        messages.forEach(message -> ids.add(((Map<?, ?>) message).get("id")));
        token = Objects.requireNonNullElse(page.get("next_page_token"), "").toString();
      } while (!token.isEmpty());

      assertThat(ids).hasSize(9).doesNotHaveDuplicates();
    }
  }

  @Test
  void aSlowReaderCostsOnlyItselfAndResumesWhole_W80() throws Exception {
    fill("w80", 6);
    try (UnreadSocket slow = new UnreadSocket(backend, issuer.token("w80"));
        SocketClient other = SocketClient.open(backend, issuer.token("w80"))) {
      Object cursor =
          SocketClient.member(SocketClient.data(other.next("system_message")), "cursor");
      for (int i = 0; i < UNREAD && !isCutOff(); i++) {
        slow.send("{\"type\":\"get_thread_history\",\"thread_id\":\"long\"}");
      }
      String line = backend.awaitLine(each -> each.contains("\"reason\":\"Slow reader\""));

      assertThat(line).contains("\"code\":1013", "\"user_id\":\"w80\"");
      // told, or cut off where it has not read the rest in time
      assertThat(slow.closeCode()).isIn(1013, -1);
      other.send("{\"type\":\"create_thread\",\"payload\":{\"title\":\"Meanwhile\"}}");
      Map<String, Object> seen = other.next("thread_created");
      try (SocketClient again =
          SocketClient.open(
              backend,
              "?cursor=" + cursor,
              builder -> builder.header("Authorization", "Bearer " + issuer.token("w80")))) {
        assertThat(again.next("thread_created").get("cursor")).isEqualTo(seen.get("cursor"));
        assertThat(SocketClient.data(again.next("resumed"))).containsEntry("replayed", 1);
      }
    }
  }

  /**
   * Far more than the buffers between the two hold, so the client still writes when it is closed.
   */
  @Test
  void aClientThatWritesOnReadsWhyItIsClosed_W98() throws Exception {
    try (UnreadSocket writing = new UnreadSocket(backend, issuer.token("w98-writing"))) {
      writing.sendZeros(12 * 1024 * 1024);

      assertThat(writing.closeCode()).isEqualTo(1009);
    }
  }

  @Test
  void aSocketThatSaysNothingIsClosed_W104() throws Exception {
    try (UnreadSocket silent = new UnreadSocket(backend, issuer.token("w104"));
        SocketClient answering = welcomed("w104-answering")) {
      String line =
          backend.awaitLine(
              each -> each.contains("\"user_id\":\"w104\"") && each.contains("\"code\":"));

      assertThat(line).contains("\"code\":1001", "\"reason\":\"Idle\"");
      assertThat(silent.closeCode()).isEqualTo(1001);
      assertThat(answering.send("{\"type\":\"ping\"}").next()).containsEntry("type", "pong");
    }
  }

  private static boolean isCutOff() throws IOException {
    return backend.log().contains("\"reason\":\"Slow reader\"");
  }

  private static Map<String, Object> history(SocketClient client, String token)
      throws InterruptedException {
    String page = token.isEmpty() ? "" : ",\"page_token\":\"" + token + "\"";
    client.send(
        "{\"type\":\"get_thread_history\",\"payload\":{\"thread_id\":\"long\",\"limit\":100%s}}"
            .formatted(page));
    return client.next("thread_history");
  }

  private static void fill(String user, int messages) throws Exception {
    for (int i = 0; i < messages; i++) {
      String body =
          "{\"thread_id\":\"long\",\"run\":false,\"content\":\"%s\"}".formatted("x".repeat(9_990));
      HttpResponse<String> answer =
          backend.send(
              backend
                  .request("/api/chat/messages")
                  .header("Authorization", "Bearer " + issuer.token(user))
                  .header("Content-Type", "application/json")
                  .POST(BodyPublishers.ofString(body)));
      if (answer.statusCode() != 201) {
        throw new IllegalStateException("a message could not be stored: " + answer.body());
      }
    }
  }

  private static SocketClient welcomed(String user) throws InterruptedException {
    SocketClient client = SocketClient.open(backend, issuer.token(user));
    client.next("system_message");
    return client;
  }
}
