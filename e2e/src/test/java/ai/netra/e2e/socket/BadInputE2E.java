package ai.netra.e2e.socket;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.e2e.support.Frame;
import ai.netra.e2e.support.Identity;
import ai.netra.e2e.support.People;
import ai.netra.e2e.support.WebSocketClient;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A clear answer to each kind of bad frame, and a socket that stays open. */
@ExtendWith(People.class)
@Tag("p1")
@Tag("area:errors")
class BadInputE2E {

  @ParameterizedTest
  @CsvSource({
    "'{\"type\":', INVALID_JSON",
    "'{\"type\":\"ping\"} x', INVALID_JSON",
    "'[1,2]', NOT_AN_OBJECT",
    "'\"ping\"', NOT_AN_OBJECT",
    "'null', NOT_AN_OBJECT"
  })
  @DisplayName("W105 Bad JSON and what is no object are answered, the socket stays open")
  void badJsonIsAnswered(String text, String code) {
    Identity ann = Identity.fresh();
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      assertThat(socket.send(text).next().text("/error_code")).isEqualTo(code);
      assertThat(socket.send(Map.of("type", "ping")).next().type()).isEqualTo("pong");
    }
  }

  @Test
  @DisplayName("W105 Invalid JSON names line and column")
  void invalidJsonNamesItsPlace(Identity ann) {
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      Frame error = socket.send("{\"type\":").next();

      assertThat(error.at("/details/line").asInt()).isEqualTo(1);
      assertThat(error.at("/details/column").asInt()).isEqualTo(9);
    }
  }

  @ParameterizedTest
  @CsvSource({"32, ack", "33, error_message"})
  @DisplayName("W105 32 levels pass, 33 do not")
  void depthIsLimited(int levels, String reply) {
    Identity ann = Identity.fresh();
    String nested = "{\"a\":".repeat(levels - 1) + "{}" + "}".repeat(levels - 1);
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      assertThat(socket.send(nested).next().type()).isEqualTo(reply);
    }
  }

  @Test
  @DisplayName("W106 A binary frame is answered with UNSUPPORTED_DATA")
  void binaryIsAnswered(Identity ann) {
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      Frame error = socket.sendFrame(2, new byte[] {1, 2, 3}).next();

      assertThat(error.text("/error_code")).isEqualTo("UNSUPPORTED_DATA");
      assertThat(socket.send(Map.of("type", "ping")).next().type()).isEqualTo("pong");
    }
  }

  @Test
  @DisplayName("W98 64 KiB pass, a byte more is FRAME_TOO_LARGE")
  void frameSizeIsExact(Identity ann) {
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      assertThat(socket.send(padded(65_536)).next().type()).isEqualTo("pong");
      Frame error = socket.send(padded(65_537)).next();

      assertThat(error.text("/error_code")).isEqualTo("FRAME_TOO_LARGE");
      assertThat(error.text("/error_message")).contains("65537").contains("65536");
      assertThat(socket.send(Map.of("type", "ping")).next().type()).isEqualTo("pong");
    }
  }

  @Test
  @DisplayName("W98 A message over 256 KiB closes with 1009")
  void hugeMessageCloses(Identity ann) {
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      socket.send(padded(262_145));

      assertThat(socket.closed()).isEqualTo(new WebSocketClient.Closed(1009, "Message too big"));
    }
  }

  @Test
  @DisplayName("W110 Invalid UTF-8 is 1007")
  void invalidUtf8Closes(Identity ann) {
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      socket.sendFrame(1, new byte[] {'{', (byte) 0xc3, 0x28, '}'});

      assertThat(socket.closed()).isEqualTo(new WebSocketClient.Closed(1007, "Invalid UTF-8"));
    }
  }

  @Test
  @DisplayName("W108 Five bad frames in a row close with 1008")
  void fiveBadFramesClose(Identity ann) {
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      for (int i = 0; i < 5; i++) {
        assertThat(socket.send("{").next().text("/error_code")).isEqualTo("INVALID_JSON");
      }

      assertThat(socket.closed())
          .isEqualTo(new WebSocketClient.Closed(1008, "Too many bad frames"));
    }
  }

  @Test
  @DisplayName("W108 One good frame between them saves the socket")
  void oneGoodFrameSaves(Identity ann) {
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      for (int i = 0; i < 8; i++) {
        assertThat(socket.send("{").next().text("/error_code")).isEqualTo("INVALID_JSON");
        assertThat(socket.send("{\"type\":\"none\"}").next().type()).isEqualTo("ack");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"content\":\"\"}', content",
    "'{\"content\":\"   \"}', content",
    "'{\"content\":5}', content",
    "'{}', content",
    "'{\"content\":\"hi\",\"settings\":{\"timeout_seconds\":0}}', settings.timeout_seconds",
    "'{\"content\":\"hi\",\"settings\":{\"timeout_seconds\":121}}', settings.timeout_seconds",
    "'{\"content\":\"hi\",\"context\":[]}', context"
  })
  @DisplayName("W109 Violations name field, rule and value")
  void violationsNameTheField(String payload, String field) {
    Identity ann = Identity.fresh();
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      Frame error = socket.send("{\"type\":\"user_message\",\"payload\":" + payload + "}").next();

      assertThat(error.text("/error_code")).isEqualTo("VALIDATION_ERROR");
      assertThat(error.text("/details/violations/0/field")).isEqualTo(field);
      assertThat(error.text("/details/violations/0/rule")).isNotBlank();
      assertThat(error.at("/details/violations/0").has("received")).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({"10000, message_received", "10001, error_message"})
  @DisplayName("W99 10 000 characters pass, 10 001 do not")
  void contentLengthIsExact(int characters, String reply) {
    Identity ann = Identity.fresh();
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      String content = "é".repeat(characters);
      Frame first =
          socket
              .send(Map.of("type", "user_message", "payload", Map.of("content", content)))
              .await(frame -> !frame.type().equals("thread_created"));

      assertThat(first.type()).isEqualTo(reply);
    }
  }

  @Test
  @DisplayName("W111 Without the right write nothing starts")
  void withoutWriteNothingStarts() {
    Identity reader = Identity.with(Map.of("scope", "openid netra.read"));
    try (WebSocketClient socket = WebSocketClient.of(reader)) {
      Frame error =
          socket.send(Map.of("type", "user_message", "payload", Map.of("content", "hi"))).next();

      assertThat(error.text("/error_code")).isEqualTo("PERMISSION_DENIED");
      Frame list = socket.send(Map.of("type", "list_threads")).next();
      assertThat(list.at("/data/threads").size()).isZero();
    }
  }

  @Test
  @DisplayName("W103 Pings are no messages; the sixth in a second is refused")
  void pingsAreLimited(Identity ann) {
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      for (int i = 0; i < 12; i++) {
        socket.send(Map.of("type", "ping", "id", "p" + i));
      }
      Frame refused = socket.await("error_message");

      assertThat(refused.text("/error_code")).isEqualTo("RATE_LIMITED");
      assertThat(refused.at("/details/limit").asInt()).isEqualTo(5);
      assertThat(refused.at("/details/window_seconds").asInt()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"switch_thread", "get_thread_history", "delete_thread"})
  @DisplayName("W96 A thread that is not there is THREAD_NOT_FOUND")
  void unknownThreadIsNotFound(String type) {
    Identity ann = Identity.fresh();
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      Frame error = socket.send(Map.of("type", type, "thread_id", "thread_none")).next();

      assertThat(error.text("/error_code")).isEqualTo("THREAD_NOT_FOUND");
      assertThat(error.text("/error_message")).contains("thread_none");
    }
  }

  private static String padded(int bytes) {
    String frame = "{\"type\":\"ping\",\"padding\":\"%s\"}";
    int overhead = frame.formatted("").getBytes(StandardCharsets.UTF_8).length;
    return frame.formatted("x".repeat(bytes - overhead));
  }
}
