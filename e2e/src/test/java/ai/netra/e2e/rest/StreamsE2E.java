package ai.netra.e2e.rest;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.e2e.support.Answer;
import ai.netra.e2e.support.Chat;
import ai.netra.e2e.support.Frame;
import ai.netra.e2e.support.Identity;
import ai.netra.e2e.support.Json;
import ai.netra.e2e.support.People;
import ai.netra.e2e.support.Rest;
import ai.netra.e2e.support.WebSocketClient;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Frames over server-sent events. */
@ExtendWith(People.class)
@Tag("p2")
@Tag("area:streaming")
class StreamsE2E {

  private static final String QUESTION = "What do I spend, and on what?";

  @Test
  @DisplayName("H53 A run's stream has the socket's frames, id is the cursor")
  void streamEqualsFrames(Identity ann) {
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      List<Frame> frames = Chat.ask(socket, Chat.message(QUESTION));
      Answer stream =
          events(ann).get("/api/runs/" + frames.getFirst().runId() + "/stream?after_seq=0");

      assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
      assertThat(lines(stream, "id"))
          .containsExactlyElementsOf(frames.stream().map(Frame::cursor).toList());
      assertThat(lines(stream, "event"))
          .containsExactlyElementsOf(frames.stream().map(Frame::type).toList());
    }
  }

  @Test
  @DisplayName("H54 Last-Event-ID resumes without loss")
  void lastEventIdResumes(Identity ann) {
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      List<Frame> frames = Chat.ask(socket, Chat.message(QUESTION));
      Answer rest =
          events(ann)
              .header("Last-Event-ID", frames.get(3).cursor())
              .get("/api/runs/" + frames.getFirst().runId() + "/stream");

      assertThat(lines(rest, "id"))
          .containsExactlyElementsOf(frames.stream().skip(4).map(Frame::cursor).toList());
    }
  }

  @Test
  @DisplayName("H56 A posted stream ends after the last frame of its run")
  void postedStreamEnds(Identity ann) {
    Answer stream = events(ann).post("/api/chat/stream", "{\"content\":\"" + QUESTION + "\"}");
    List<String> types = lines(stream, "event");

    assertThat(types).startsWith("message_received", "agent_started").endsWith("agent_completed");
    assertThat(types.stream().filter("agent_completed"::equals)).hasSize(1);
  }

  @Test
  @DisplayName("H59 Without text/event-stream in Accept a POST is 406")
  void postWithoutAcceptIs406(Identity ann) {
    Answer answer =
        Rest.backend()
            .as(ann)
            .header("Accept", "application/json")
            .post("/api/chat/stream", "{\"content\":\"" + QUESTION + "\"}");

    assertThat(answer.refusal()).isEqualTo("406 NOT_ACCEPTABLE");
    assertThat(Rest.backend().as(ann).get("/api/runs").listed()).isEmpty();
  }

  @Test
  @DisplayName("H59 Without text/event-stream a GET of the stream is finite")
  void plainGetIsFinite(Identity ann) {
    Answer answer =
        Rest.backend().as(ann).header("Accept", "application/json").get("/api/events/stream");

    assertThat(answer.text("/accept")).isEqualTo("text/event-stream");
    assertThat(answer.json().at("/active_runs").isArray()).isTrue();
    assertThat(answer.text("/cursor")).isNotBlank();
  }

  @Test
  @DisplayName("H103 /api/events gives what followed a cursor")
  void eventsFollowACursor(Identity ann) {
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      List<Frame> first = Chat.ask(socket, Chat.message("t-1", QUESTION));
      List<Frame> second = Chat.ask(socket, Chat.message("t-1", QUESTION));
      Answer events =
          Rest.backend().as(ann).get("/api/events?limit=1000&after=" + first.getLast().cursor());

      assertThat(Json.texts(events.json().at("/data"), "/cursor"))
          .containsSubsequence(second.stream().map(Frame::cursor).toList());
      assertThat(events.json().at("/gap").asBoolean(true)).isFalse();
    }
  }

  private static Rest events(Identity somebody) {
    return Rest.backend().as(somebody).header("Accept", "text/event-stream");
  }

  private static List<String> lines(Answer stream, String field) {
    return stream
        .body()
        .lines()
        .filter(line -> line.startsWith(field + ":"))
        .map(line -> line.substring(field.length() + 1).strip())
        .toList();
  }
}
