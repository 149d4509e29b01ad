package ai.netra.backend.edge;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.backend.running.RunningBackend;
import ai.netra.backend.running.SocketClient;
import ai.netra.backend.running.TestIssuer;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stop by signal with sockets open and runs at work, and the start after it. */
final class ShutdownIT {

  private static final int RUNS = 8;
  private static final int ROWS = 60_000;

  @TempDir Path folder;
  private TestIssuer issuer;
  private RunningBackend backend;

  @BeforeEach
  void start() throws Exception {
    issuer = new TestIssuer();
    backend = RunningBackend.ready(folder, issuer.url(), Map.of());
  }

  @AfterEach
  void stop() {
    backend.close();
    issuer.close();
  }

  @Test
  void everySocketIsToldAndClosedAndTheProcessEndsWell_W113() throws Exception {
    try (SocketClient one = welcomed("w113");
        SocketClient two = welcomed("w113-two")) {
      backend.process().destroy();

      for (SocketClient each : List.of(one, two)) {
        assertThat(SocketClient.data(each.next("server_shutdown")))
            .containsEntry("reason", "shutdown")
            .containsEntry("drain_seconds", 20)
            .containsKey("reconnect_after_ms");
        assertThat(each.closed()).isEqualTo(new SocketClient.Closed(1001, "Server shutting down"));
      }
      assertThat(backend.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(backend.process().exitValue()).isZero();
    }
  }

  @Test
  void whatRunsIsDeliveredWhatWaitsGoesOnAndARefusedStartSucceedsAfterwards_W114_W115()
      throws Exception {
    usage("w115");
    List<Object> started = new ArrayList<>();
    List<Object> ended = new ArrayList<>();
    Object cursor;
    try (SocketClient client = welcomed("w115")) {
      for (int i = 0; i < RUNS; i++) {
        client.send(question("m-" + i, "thread-" + i));
        started.add(client.next("message_received").get("run_id"));
      }
      drainWhileOneMoreIsAsked(client);
      cursor = lastCursor(client, ended);
      assertThat(client.closed()).isEqualTo(new SocketClient.Closed(1001, "Server shutting down"));
    }
    assertThat(backend.process().waitFor(30, TimeUnit.SECONDS)).isTrue();

    backend = RunningBackend.ready(folder, issuer.url(), Map.of());
    try (SocketClient again =
        SocketClient.open(
            backend,
            "?cursor=" + cursor,
            builder -> builder.header("Authorization", "Bearer " + issuer.token("w115")))) {
      again.send(question("m-late", "thread-late"));
      while (ended.size() < RUNS + 1) {
        Map<String, Object> frame = again.next();
        assertThat(frame.get("type")).isNotEqualTo("agent_error");
        if ("agent_completed".equals(frame.get("type"))) {
          ended.add(frame.get("run_id"));
        }
      }
      assertThat(ended).containsAll(started).doesNotHaveDuplicates();
    }
  }

  private void drainWhileOneMoreIsAsked(SocketClient client) throws Exception {
    backend.process().destroy();
    client.next("server_shutdown");
    client.send(question("m-late", "thread-late"));
    assertThat(client.next("error_message"))
        .containsEntry("error_code", "SERVICE_DRAINING")
        .containsEntry("correlation_id", "m-late");
  }

  /** Reads to the end; notes which runs ended and returns the last cursor. */
  private static Object lastCursor(SocketClient client, List<Object> ended) throws Exception {
    client.closed();
    Object cursor = null;
    while (!client.isSilent()) {
      Map<String, Object> frame = client.next();
      if (frame.get("cursor") != null) {
        cursor = frame.get("cursor");
      }
      if ("agent_completed".equals(frame.get("type"))) {
        ended.add(frame.get("run_id"));
      }
    }
    if (cursor == null) {
      throw new AssertionError("no stored frame came before the close");
    }
    return cursor;
  }

  private static String question(String key, String thread) {
    return "{\"type\":\"user_message\",\"client_message_id\":\"%s\",\"thread_id\":\"%s\",\"payload\":{\"content\":\"What do I spend, and on what?\"}}"
        .formatted(key, thread);
  }

  /** So many rows that a run over them takes a while. */
  private void usage(String user) throws Exception {
    StringBuilder csv = new StringBuilder("request_id,timestamp,model,input_tokens,output_tokens");
    Instant first = Instant.parse("2026-01-05T00:00:00Z");
    for (int i = 0; i < ROWS; i++) {
      csv.append("\nr%d,%s,acme/small-%d,10,%d".formatted(i, first.plusSeconds(i), i % 90, i));
    }
    try (SocketClient client = welcomed(user)) {
      HttpResponse<String> answer =
          backend.send(
              backend
                  .request("/api/usage/imports")
                  .header("Authorization", "Bearer " + issuer.token(user))
                  .header("Content-Type", "text/csv")
                  .POST(BodyPublishers.ofString(csv.toString())));
      if (answer.statusCode() != 202) {
        throw new IllegalStateException("the rows were refused: " + answer.body());
      }
      Map<String, Object> update = SocketClient.data(client.next("import_updated"));
      while (!"completed".equals(update.get("state"))) {
        update = SocketClient.data(client.next("import_updated"));
      }
    }
  }

  private SocketClient welcomed(String user) throws InterruptedException {
    SocketClient client = SocketClient.open(backend, issuer.token(user));
    client.next("system_message");
    return client;
  }
}
