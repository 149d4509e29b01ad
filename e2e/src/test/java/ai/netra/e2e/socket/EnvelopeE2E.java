package ai.netra.e2e.socket;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.e2e.support.Frame;
import ai.netra.e2e.support.Identity;
import ai.netra.e2e.support.People;
import ai.netra.e2e.support.WebSocketClient;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every frame has, and what a client may write in it. */
@ExtendWith(People.class)
@Tag("p2")
@Tag("area:socket")
class EnvelopeE2E {

  @Test
  @DisplayName("W29 A pong echoes the client's time and carries its correlation id")
  void pongEchoes(Identity ann) {
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      Frame pong =
          socket
              .send(Map.of("type", "ping", "id", "p1", "timestamp", 1767607200123L))
              .await("pong");

      assertThat(pong.text("/correlation_id")).isEqualTo("p1");
      assertThat(pong.at("/data/client_timestamp").asLong()).isEqualTo(1767607200123L);
      assertThat(pong.text("/timestamp"))
          .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"type\":\"ping\",\"client_message_id\":\"c1\",\"correlation_id\":\"c2\",\"id\":\"c3\"}', c1",
    "'{\"type\":\"ping\",\"correlation_id\":\"c2\",\"id\":\"c3\"}', c2",
    "'{\"type\":\"ping\",\"id\":7}', 7"
  })
  @DisplayName(
      "W29 The correlation id is the first of the three that is there, a number written as text")
  void firstCorrelationIdCounts(String message, String expected) {
    Identity ann = Identity.fresh();
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      assertThat(socket.send(message).await("pong").at("/correlation_id").toString())
          .isEqualTo("\"" + expected + "\"");
    }
  }

  @Test
  @DisplayName("W30 Unknown fields and user_id change nothing")
  void unknownFieldsAreIgnored(Identity ann, Identity bob) {
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      Map<String, Object> message =
          Map.of(
              "type", "create_thread", "title", "Mine", "user_id", bob.userId(), "colour", "blue");
      Frame created = socket.send(message).await("thread_created");

      assertThat(created.text("/data/thread/title")).isEqualTo("Mine");
    }
    try (WebSocketClient other = WebSocketClient.of(bob)) {
      Frame list = other.send(Map.of("type", "list_threads")).await("thread_list");

      assertThat(list.at("/data/threads").size()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "\"1767607200\"", "\"2026-01-05T10:00:00Z\"", "\"yesterday\"", "{}"})
  @DisplayName("W32 No timestamp of a client is a reason to refuse")
  void noTimestampIsRefused(String timestamp) {
    Identity ann = Identity.fresh();
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      Frame pong = socket.send("{\"type\":\"ping\",\"timestamp\":" + timestamp + "}").await("pong");

      assertThat(pong.at("/data/client_timestamp").toString()).isEqualTo(timestamp);
    }
  }

  @ParameterizedTest
  @CsvSource({"heartbeat, pong", "get_thread, error_message", "thread_history, error_message"})
  @DisplayName("W33 A legacy name acts as its canonical one")
  void legacyNamesAct(String type, String reply) {
    Identity ann = Identity.fresh();
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      assertThat(socket.send(Map.of("type", type, "thread_id", "none")).next().type())
          .isEqualTo(reply);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"frobnicate\"}",
        "{\"jsonrpc\":\"2.0\",\"method\":\"x\",\"id\":1}",
        "{\"type\":5}"
      })
  @DisplayName("W107 Unknown and missing types are acknowledged, the socket stays open")
  void unknownTypesAreAcknowledged(String message) {
    Identity ann = Identity.fresh();
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      Frame ack = socket.send(message).next();

      assertThat(ack.type()).isEqualTo("ack");
      assertThat(ack.text("/data/status")).isEqualTo("unknown_type");
      assertThat(socket.send(Map.of("type", "ping")).next().type()).isEqualTo("pong");
    }
  }
}
