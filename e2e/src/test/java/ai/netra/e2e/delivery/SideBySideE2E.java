package ai.netra.e2e.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.e2e.support.Answer;
import ai.netra.e2e.support.Chat;
import ai.netra.e2e.support.Frame;
import ai.netra.e2e.support.Handshake;
import ai.netra.e2e.support.Identity;
import ai.netra.e2e.support.People;
import ai.netra.e2e.support.Rest;
import ai.netra.e2e.support.Usage;
import ai.netra.e2e.support.WebSocketClient;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Several runs of one user at the same time: who runs, who is stopped, what each socket sees. */
@ExtendWith(People.class)
@Tag("p1")
@Tag("area:delivery")
class SideBySideE2E {

  private static final String QUESTION = "What do I spend, and on what?";

  @Test
  @DisplayName("W63 Runs of threads go side by side, at most five of a user")
  void sideBySideUpToTheLimit(Identity ann) {
    Usage.importLarge(ann, Usage.csv(20_000, 20, "acme/premium", "search", 1_000, 100));
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      for (int i = 0; i < 8; i++) {
        socket.send(Chat.message("t-" + i, QUESTION));
      }
      List<Frame> frames = untilEnded(socket, 8);

      assertThat(mostAtWork(frames)).isBetween(2, 5);
      assertThat(frames.stream().filter(Frame::endsRun).map(Frame::type))
          .containsOnly("agent_completed");
    }
  }

  @Test
  @DisplayName("W57 A running run that one socket stops ends on all sockets")
  void aStopShowsOnAllSockets(Identity ann) {
    Usage.importLarge(ann, Usage.csv(60_000, 20, "acme/premium", "search", 1_000, 100));
    try (WebSocketClient socket = WebSocketClient.of(ann);
        WebSocketClient other = WebSocketClient.of(ann)) {
      String run = socket.send(Chat.message(QUESTION)).await("agent_started").runId();
      socket.send(
          Map.of("type", "stop_agent", "payload", Map.of("run_id", run, "reason", "enough")));
      Frame here = socket.await(Frame::endsRun);
      Frame there = other.await(Frame::endsRun);
      Answer read = Rest.backend().as(ann).get("/api/runs/" + run);

      assertThat(here.type()).isEqualTo("agent_cancelled");
      assertThat(here.text("/data/by")).isEqualTo("user");
      assertThat(here.text("/data/reason")).isEqualTo("enough");
      assertThat(there.json()).isEqualTo(here.json());
      assertThat(read.text("/state")).isEqualTo("cancelled");
      assertThat(read.json().at("/last_seq").asLong()).isEqualTo(here.seq());
    }
  }

  @Test
  @DisplayName("W88 With two writers at once no cursor skips an event")
  void noCursorSkips(Identity ann) {
    try (WebSocketClient one = WebSocketClient.of(ann);
        WebSocketClient two = WebSocketClient.of(ann)) {
      String begin = cursorOfNow(ann);
      for (int i = 0; i < 3; i++) {
        one.send(Chat.message("t-one-" + i, QUESTION));
        two.send(Chat.message("t-two-" + i, QUESTION));
      }
      List<String> live = cursors(untilEnded(one, 6));
      int middle = live.size() / 2;
      List<String> half = cursors(replayed(ann, live.get(middle)));
      List<String> whole = cursors(replayed(ann, begin));

      assertThat(live).doesNotHaveDuplicates();
      assertThat(whole).doesNotHaveDuplicates().startsWith(live.toArray(String[]::new));
      assertThat(half)
          .doesNotHaveDuplicates()
          .startsWith(live.subList(middle + 1, live.size()).toArray(String[]::new));
    }
  }

  @Test
  @DisplayName("W34 The old names go out beside the canonical ones on legacy sockets only")
  void oldNamesOnLegacySocketsOnly(Identity ann) {
    WebSocketClient old = Handshake.bearer(ann.accessToken()).target("/ws?legacy=1").open();
    old.welcome();
    try (WebSocketClient canonical = WebSocketClient.of(ann)) {
      Frame last = Chat.ask(canonical, Chat.message(QUESTION)).getLast();
      List<Frame> frames = old.until(Frame::endsRun);
      Frame lastOld = frames.getLast();
      Frame tool =
          frames.stream().filter(f -> f.type().equals("tool_completed")).findFirst().orElseThrow();
      old.close();

      assertThat(lastOld.text("/data/final_response")).isEqualTo(last.text("/data/response"));
      assertThat(lastOld.at("/data/results")).isEqualTo(last.at("/data/result"));
      assertThat(lastOld.text("/data/timestamp")).isEqualTo(last.text("/timestamp"));
      assertThat(tool.at("/data/results")).isEqualTo(tool.at("/data/result"));
      assertThat(last.at("/data").propertyNames())
          .contains("response", "result")
          .doesNotContain("final_response", "results", "timestamp");
    }
  }

  /** All frames until so many runs have ended. */
  private static List<Frame> untilEnded(WebSocketClient socket, int runs) {
    List<Frame> frames = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      frames.addAll(socket.until(Frame::endsRun));
    }
    return frames;
  }

  private static int mostAtWork(List<Frame> frames) {
    Set<String> working = new HashSet<>();
    int most = 0;
    for (Frame frame : frames) {
      if (frame.type().equals("agent_started")) {
        working.add(frame.runId());
      } else if (frame.endsRun()) {
        working.remove(frame.runId());
      }
      most = Math.max(most, working.size());
    }
    return most;
  }

  private static List<String> cursors(List<Frame> frames) {
    return frames.stream().filter(Frame::isStored).map(Frame::cursor).toList();
  }

  private static String cursorOfNow(Identity owner) {
    WebSocketClient socket = Handshake.bearer(owner.accessToken()).open();
    String cursor = socket.welcome().text("/data/cursor");
    socket.close();
    return cursor;
  }

  /** What a new socket that comes with a cursor gets until it is up to date. */
  private static List<Frame> replayed(Identity owner, String cursor) {
    WebSocketClient socket =
        Handshake.bearer(owner.accessToken()).target("/ws?cursor=" + cursor).open();
    socket.welcome();
    List<Frame> frames = socket.until(frame -> frame.type().equals("resumed"));
    int told = frames.getLast().at("/data/replayed").asInt();
    socket.close();
    if (told != frames.size() - 1) {
      throw new AssertionError("resumed: " + told + " frames told, got " + (frames.size() - 1));
    }
    return frames;
  }
}
