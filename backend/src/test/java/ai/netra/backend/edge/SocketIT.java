package ai.netra.backend.edge;

import static ai.netra.backend.running.SocketClient.data;
import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.backend.running.SocketClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What goes over a socket of the real service. */
final class SocketIT extends OnSockets {

  @Test
  void aPingIsAnsweredWithItsIdAndTimestamp() throws Exception {
    try (SocketClient client = welcomed("ping")) {
      Map<String, Object> pong =
          client.send("{\"type\":\"ping\",\"id\":7,\"timestamp\":\"later\"}").next();

      assertThat(pong).containsEntry("type", "pong").containsEntry("correlation_id", "7");
      assertThat(data(pong)).containsEntry("client_timestamp", "later");
    }
  }

  @Test
  void unknownAndMissingTypesAreAcknowledged() throws Exception {
    try (SocketClient client = welcomed("w107")) {
      client.send("{\"type\":\"dance\"}").send("{\"no_type\":true}").send("{\"type\":7}");

      assertThat(data(client.next()))
          .isEqualTo(Map.of("received_type", "dance", "status", "unknown_type"));
      assertThat(data(client.next())).containsEntry("received_type", null);
      assertThat(data(client.next())).containsEntry("received_type", 7);
    }
  }

  @Test
  void fiveBadFramesInARowCloseAndAGoodOneBetweenSaves() throws Exception {
    try (SocketClient client = welcomed("w108")) {
      for (int i = 0; i < 4; i++) {
        assertThat(client.send("{").next()).containsEntry("error_code", "INVALID_JSON");
      }
      client.send("{\"type\":\"ping\"}").next("pong");
      client.send("[]").send("{").sendBinary(new byte[3]).send("{").send("nope");

      assertThat(client.next()).containsEntry("error_code", "NOT_AN_OBJECT");
      assertThat(client.next()).containsEntry("error_code", "INVALID_JSON");
      assertThat(client.next()).containsEntry("error_code", "UNSUPPORTED_DATA");
      assertThat(client.closed()).isEqualTo(new SocketClient.Closed(1008, "Too many bad frames"));
    }
  }

  @Test
  void aFrameOf64KibibytesPassesOneMoreIsRefusedAndFourTimesAsMuchCloses() throws Exception {
    try (SocketClient client = welcomed("w98")) {
      assertThat(client.send(padded(65_536)).next()).containsEntry("type", "pong");
      assertThat(client.send(padded(65_537)).next()).containsEntry("error_code", "FRAME_TOO_LARGE");
      client.send(padded(262_145));
      assertThat(client.closed().code()).isEqualTo(1009);
    }
  }

  @Test
  void violationsNameEachFieldRuleAndValue() throws Exception {
    try (SocketClient client = welcomed("w109")) {
      Map<String, Object> error =
          client
              .send(
                  "{\"type\":\"start_agent\",\"id\":\"a\",\"payload\":{\"content\":\"\","
                      + "\"settings\":{\"timeout_seconds\":121}}}")
              .next();

      assertThat(error)
          .containsEntry("error_code", "VALIDATION_ERROR")
          .containsEntry("error_message", "content: 1 to 10000 characters, got 0")
          .containsEntry("correlation_id", "a");
      assertThat(((Map<?, ?>) SocketClient.member(error, "details")).get("violations"))
          .isEqualTo(
              List.of(
                  Map.of("field", "content", "rule", "1..10000 characters", "received", ""),
                  Map.of(
                      "field",
                      "settings.timeout_seconds",
                      "rule",
                      "integer 1..120",
                      "received",
                      "121")));
    }
  }

  @Test
  void threadsAreMadeAndToldOnEverySocketOfTheUserAlone() throws Exception {
    try (SocketClient one = welcomed("w68");
        SocketClient two = welcomed("w68");
        SocketClient stranger = welcomed("w68-stranger")) {
      one.send(
          "{\"type\":\"create_thread\",\"id\":\"c\",\"thread_id\":\"t1\",\"payload\":{\"title\":\"A\"}}");

      assertThat(one.next()).containsEntry("type", "thread_created").containsKey("cursor");
      assertThat(two.next()).containsEntry("type", "thread_created");
      one.send("{\"type\":\"get_thread_history\",\"thread_id\":\"t1\"}");
      assertThat(one.next()).containsEntry("type", "thread_history");
      stranger.send("{\"type\":\"get_thread_history\",\"thread_id\":\"t1\"}");
      assertThat(stranger.next()).containsEntry("error_code", "THREAD_NOT_FOUND");
    }
  }

  @Test
  void withoutTheRightToWriteNothingStarts() throws Exception {
    String token = issuer.token("w111", claims -> claims.claim("permissions", List.of("read")));
    try (SocketClient client = SocketClient.open(backend, token)) {
      client.next("system_message");

      assertThat(client.send("{\"type\":\"create_thread\"}").next())
          .containsEntry("error_code", "PERMISSION_DENIED");
    }
  }

  @Test
  void aRunIsAnsweredInOrderWithoutGapsAndResumedByCursor() throws Exception {
    String cursor;
    List<Object> seen;
    try (SocketClient client = welcomed("w36")) {
      client.send(
          "{\"type\":\"user_message\",\"client_message_id\":\"m1\",\"payload\":{\"content\":\"What do I spend?\"}}");
      Map<String, Object> created = client.next("thread_created");
      cursor = (String) created.get("cursor");
      seen = runFrames(client);
    }
    assertThat(seen.getFirst()).isEqualTo("1 message_received");
    assertThat(seen.get(1)).isEqualTo("2 agent_started");
    assertThat(seen.getLast().toString()).endsWith("agent_completed");
    try (SocketClient again =
        SocketClient.open(
            backend,
            "?cursor=" + cursor,
            builder ->
                builder.subprotocols("jwt-auth", SocketClient.protocol(issuer.token("w36"))))) {
      assertThat(data(again.next())).containsEntry("replaying", true);
      assertThat(runFrames(again)).isEqualTo(seen);
      assertThat(data(again.next("resumed"))).containsEntry("gap", false);
    }
  }

  @Test
  void aBadCursorIsRefusedAndTheSocketLives() throws Exception {
    try (SocketClient client = welcomed("w89")) {
      client.send("{\"type\":\"resume\",\"payload\":{\"cursor\":\"nonsense\"}}");
      assertThat(client.next()).containsEntry("error_code", "INVALID_CURSOR");
      assertThat(client.send("{\"type\":\"ping\"}").next()).containsEntry("type", "pong");
    }
  }

  @Test
  void theSixthPingInASecondIsRefused() throws Exception {
    try (SocketClient client = welcomed("w103")) {
      for (int i = 0; i < 12; i++) {
        client.send("{\"type\":\"ping\"}");
      }
      List<Object> types =
          IntStream.range(0, 12).mapToObj(i -> type(client)).collect(Collectors.toList());

      assertThat(types.subList(0, 5)).containsOnly("pong");
      assertThat(types).contains("error_message");
    }
  }

  @Test
  void theLogHasHandshakeMessageAndCloseOfTheTraceAndNoToken() throws Exception {
    String traceId = "4bf92f3577b34da6a3ce929d0e0e4736";
    String token = issuer.token("w31");
    SocketClient client =
        SocketClient.open(
            backend,
            "?cursor=secret-query",
            builder ->
                builder
                    .header("traceparent", "00-%s-00f067aa0ba902b7-01".formatted(traceId))
                    .header("Authorization", "Bearer " + token));
    client.next("system_message");
    client.send("{\"type\":\"ping\"}").next("pong");
    client.close();

    List<Map<String, Object>> lines =
        backend.awaitTrace(
            traceId, found -> found.stream().anyMatch(line -> "close".equals(line.get("socket"))));
    assertThat(lines).allSatisfy(line -> assertThat(line).containsEntry("revision", "dev"));
    assertThat(lines)
        .extracting(line -> line.get("socket"))
        .contains("handshake", "message", "close");
    assertThat(lines.getFirst()).containsEntry("parent_id", "00f067aa0ba902b7");
    assertThat(backend.log()).doesNotContain("secret-query").doesNotContain(token);
  }

  private static Object type(SocketClient client) {
    try {
      return SocketClient.member(client.next(), "type");
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static List<Object> runFrames(SocketClient client) throws InterruptedException {
    List<Object> frames = new ArrayList<>();
    while (true) {
      Map<String, Object> frame = client.next();
      if (frame.get("seq") != null) {
        frames.add(frame.get("seq") + " " + frame.get("type"));
        assertThat(frame).containsEntry("seq", frames.size());
      }
      if ("agent_completed".equals(frame.get("type"))) {
        return frames;
      }
    }
  }

  private static String padded(int bytes) {
    String frame = "{\"type\":\"ping\",\"padding\":\"%s\"}";
    return frame.formatted("x".repeat(bytes - frame.length() + 2));
  }
}
