package ai.netra.e2e.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.e2e.support.Chat;
import ai.netra.e2e.support.Frame;
import ai.netra.e2e.support.Handshake;
import ai.netra.e2e.support.Identity;
import ai.netra.e2e.support.Json;
import ai.netra.e2e.support.People;
import ai.netra.e2e.support.Rest;
import ai.netra.e2e.support.WebSocketClient;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each stored frame exactly once in the journal, and at least once on every socket, also after a
 * cut.
 */
@ExtendWith(People.class)
@Tag("p1")
@Tag("area:delivery")
class DeliveryE2E {

  private static final String QUESTION = "What do I spend, and on what?";

  @Test
  @DisplayName("W79 Two sockets get the same stored frames in the same order")
  void twoSocketsSeeTheSame(Identity ann) {
    try (WebSocketClient socket = WebSocketClient.of(ann);
        WebSocketClient other = WebSocketClient.of(ann)) {
      List<String> first = cursors(Chat.ask(socket, Chat.message("t-1", QUESTION)));
      List<String> second =
          cursors(other.until(Frame::endsRun).stream().filter(f -> !f.runId().isEmpty()).toList());

      assertThat(second).containsExactlyElementsOf(first);
    }
  }

  @Test
  @DisplayName("W81 A message sent twice starts one run, told to its sender alone")
  void sentTwiceRunsOnce(Identity ann) {
    try (WebSocketClient socket = WebSocketClient.of(ann);
        WebSocketClient other = WebSocketClient.of(ann)) {
      List<Frame> run = Chat.ask(socket, Chat.keyed("m-1", "t-1", QUESTION));
      Frame again = socket.send(Chat.keyed("m-1", "t-1", QUESTION)).await("message_received");
      other.until(Frame::endsRun);
      List<Frame> others = other.send(Map.of("type", "ping")).until(f -> f.type().equals("pong"));

      assertThat(again.at("/data/duplicate").asBoolean()).isTrue();
      assertThat(again.runId()).isEqualTo(run.getFirst().runId());
      assertThat(again.isStored()).isFalse();
      assertThat(others).noneMatch(frame -> frame.type().equals("message_received"));
    }
  }

  @Test
  @DisplayName("W82 Fifty copies at once start one run")
  void copiesAtOnceRunOnce(Identity ann) {
    List<WebSocketClient> sockets =
        IntStream.range(0, 10).mapToObj(i -> WebSocketClient.of(ann)).toList();
    for (int copy = 0; copy < 5; copy++) {
      sockets.forEach(socket -> socket.send(Chat.keyed("m-1", "t-1", QUESTION)));
    }
    List<String> runs =
        sockets.stream()
            .map(socket -> socket.await("message_received").runId())
            .distinct()
            .toList();
    sockets.getFirst().await(Frame::endsRun);

    assertThat(runs).hasSize(1);
    assertThat(Json.texts(Rest.backend().as(ann).get("/api/runs").json().at("/data"), "/id"))
        .containsExactlyElementsOf(runs);
    sockets.forEach(WebSocketClient::close);
  }

  @Test
  @DisplayName("W83 The same key with other content is IDEMPOTENCY_CONFLICT")
  void otherContentConflicts(Identity ann) {
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      Chat.ask(socket, Chat.keyed("m-1", "t-1", QUESTION));
      Frame error =
          socket.send(Chat.keyed("m-1", "t-1", "Another question")).await("error_message");

      assertThat(error.text("/error_code")).isEqualTo("IDEMPOTENCY_CONFLICT");
      assertThat(error.text("/correlation_id")).isEqualTo("m-1");
    }
  }

  @Test
  @DisplayName("W84 The journal over HTTP equals the frames seen")
  void journalEqualsFrames(Identity ann) {
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      List<Frame> frames = Chat.ask(socket, Chat.message(QUESTION));
      var journal =
          Rest.backend()
              .as(ann)
              .get("/api/runs/" + frames.getFirst().runId() + "/events?limit=1000")
              .json()
              .at("/data");

      assertThat(Json.texts(journal, "/cursor")).containsExactlyElementsOf(cursors(frames));
      for (int i = 0; i < frames.size(); i++) {
        assertThat(journal.get(i).at("/data")).isEqualTo(frames.get(i).at("/data"));
      }
    }
  }

  @Test
  @DisplayName("W85 A reconnect by cursor gives what was missed once, resumed, then live")
  void reconnectGivesWhatWasMissed(Identity ann) {
    String cursor;
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      cursor = Chat.ask(socket, Chat.message("t-1", QUESTION)).getLast().cursor();
    }
    try (WebSocketClient writer = WebSocketClient.of(ann)) {
      List<String> missed = cursors(Chat.ask(writer, Chat.message("t-1", QUESTION)));
      WebSocketClient back =
          Handshake.bearer(ann.accessToken()).target("/ws?cursor=" + cursor).open();
      Frame welcome = back.welcome();
      List<Frame> replay = back.until(frame -> frame.type().equals("resumed"));
      List<String> live = cursors(Chat.ask(back, Chat.message("t-1", QUESTION)));

      assertThat(welcome.at("/data/replaying").asBoolean()).isTrue();
      assertThat(cursors(ofRuns(replay))).containsExactlyElementsOf(missed);
      assertThat(replay.getLast().at("/data/gap").asBoolean()).isFalse();
      assertThat(live).isNotEmpty().doesNotContainAnyElementsOf(missed);
      back.close();
    }
  }

  @Test
  @DisplayName("W86 An in-band resume by cursor gives what followed it")
  void inBandResume(Identity ann) {
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      List<Frame> frames = Chat.ask(socket, Chat.message("t-1", QUESTION));
      String cursor = frames.getFirst().cursor();
      List<Frame> replay =
          socket
              .send(Map.of("type", "resume", "cursor", cursor))
              .until(f -> f.type().equals("resumed"));

      assertThat(cursors(ofRuns(replay)))
          .containsSubsequence(cursors(frames.subList(1, frames.size())));
    }
  }

  @Test
  @DisplayName("W86 A resume by run and after_seq gives that run's frames alone")
  void resumeByRun(Identity ann) {
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      List<Frame> frames = Chat.ask(socket, Chat.message("t-1", QUESTION));
      String run = frames.getFirst().runId();
      List<Frame> replay =
          socket
              .send(Map.of("type", "resume", "run_id", run, "after_seq", 2))
              .until(frame -> frame.type().equals("resumed"));

      assertThat(ofRuns(replay).stream().map(Frame::seq))
          .containsExactlyElementsOf(
              frames.stream().map(Frame::seq).filter(seq -> seq > 2).toList());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8, 13})
  @DisplayName("W87 A break after any frame loses none")
  void breakAfterAnyFrame(int seen) {
    Identity ann = Identity.fresh();
    WebSocketClient socket = WebSocketClient.of(ann);
    socket.send(Chat.message("t-1", QUESTION));
    Frame last = socket.await(frame -> frame.seq() == seen);
    socket.cut();
    try (WebSocketClient back =
        Handshake.bearer(ann.accessToken()).target("/ws?cursor=" + last.cursor()).open()) {
      List<Frame> rest = back.run(last.runId());

      assertThat(rest.getFirst().seq()).isEqualTo(seen + 1);
      assertThat(rest.stream().map(Frame::seq).distinct())
          .containsExactlyElementsOf(
              IntStream.rangeClosed(seen + 1, seen + rest.size()).mapToObj(i -> (long) i).toList());
    }
  }

  @Test
  @DisplayName("W89 A bad or foreign cursor is refused, the socket live")
  void foreignCursorIsRefused(Identity ann, Identity bob) {
    String foreign;
    try (WebSocketClient socket = WebSocketClient.of(bob)) {
      foreign = Chat.ask(socket, Chat.message(QUESTION)).getLast().cursor();
    }
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      Frame error = socket.send(Map.of("type", "resume", "cursor", foreign)).next();
      Frame nonsense = socket.send(Map.of("type", "resume", "cursor", "nonsense")).next();

      assertThat(error.text("/error_code")).isEqualTo("INVALID_CURSOR");
      assertThat(nonsense.text("/error_code")).isEqualTo("INVALID_CURSOR");
      assertThat(socket.send(Map.of("type", "ping")).next().type()).isEqualTo("pong");
    }
  }

  private static List<Frame> ofRuns(List<Frame> frames) {
    return frames.stream().filter(frame -> !frame.runId().isEmpty() && frame.isStored()).toList();
  }

  private static List<String> cursors(List<Frame> frames) {
    return frames.stream().map(Frame::cursor).filter(cursor -> !cursor.isEmpty()).toList();
  }
}
