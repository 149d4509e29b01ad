package ai.netra.e2e.socket;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.e2e.support.Answer;
import ai.netra.e2e.support.Frame;
import ai.netra.e2e.support.Identity;
import ai.netra.e2e.support.Json;
import ai.netra.e2e.support.People;
import ai.netra.e2e.support.Rest;
import ai.netra.e2e.support.WebSocketClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pages on the socket hold as much as fits a frame, and lose nothing by it. */
@ExtendWith(People.class)
@Tag("p2")
@Tag("area:threads")
class PagesE2E {

  private static final int FRAME_BYTES = 65_536;

  @Test
  @DisplayName("W73 A history of long messages pages within its frames without loss or repeat")
  void longHistoryPages(Identity ann) {
    List<String> stored = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Answer answer =
          Rest.backend()
              .as(ann)
              .post(
                  "/api/chat/messages",
                  Json.write(
                      Map.of("thread_id", "t-long", "run", false, "content", "é".repeat(9_999))));
      stored.addFirst(answer.text("/message/id"));
    }
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      List<String> seen = new ArrayList<>();
      Map<String, Object> payload = new HashMap<>(Map.of("thread_id", "t-long", "limit", 100));
      boolean more = true;
      while (more) {
        Frame page = socket.send(Map.of("type", "get_thread_history", "payload", payload)).next();
        assertThat(bytes(page)).isLessThanOrEqualTo(FRAME_BYTES);
        seen.addAll(Json.texts(page.at("/data/messages"), "/id").reversed());
        more = page.at("/data/has_more").asBoolean();
        payload.put("page_token", page.text("/data/next_page_token"));
      }

      assertThat(seen).isEqualTo(stored);
    }
  }

  @Test
  @DisplayName("W47 A message over 24 KiB is cut in its frame, marked, and whole over HTTP")
  void longMessageIsCut(Identity ann) {
    String content = "€".repeat(9_999);
    Rest.backend()
        .as(ann)
        .post(
            "/api/chat/messages",
            Json.write(Map.of("thread_id", "t-wide", "run", false, "content", content)));
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      Frame page = socket.send(Map.of("type", "get_thread_history", "thread_id", "t-wide")).next();
      Answer whole = Rest.backend().as(ann).get("/api/threads/t-wide/messages");

      String cut = page.text("/data/messages/0/content");
      assertThat(page.at("/data/messages/0/truncated").asBoolean()).isTrue();
      assertThat(content).startsWith(cut);
      assertThat(cut.getBytes(StandardCharsets.UTF_8).length).isBetween(24_000, 24_576);
      assertThat(whole.text("/data/0/content")).isEqualTo(content);
      assertThat(whole.json().at("/data/0/truncated").asBoolean()).isFalse();
    }
  }

  private static int bytes(Frame frame) {
    return frame.json().toString().getBytes(StandardCharsets.UTF_8).length;
  }
}
