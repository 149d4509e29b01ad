package ai.netra.e2e.instances;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.e2e.support.Answer;
import ai.netra.e2e.support.Chat;
import ai.netra.e2e.support.Frame;
import ai.netra.e2e.support.Handshake;
import ai.netra.e2e.support.Identity;
import ai.netra.e2e.support.Instance;
import ai.netra.e2e.support.Json;
import ai.netra.e2e.support.People;
import ai.netra.e2e.support.Rest;
import ai.netra.e2e.support.WebSocketClient;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * A backend that is killed, paused or restarted in the middle of runs loses and doubles nothing.
 */
@ExtendWith(People.class)
@Tag("p1")
@Tag("area:failure-recovery")
class RecoveryE2E {

  private static final int RUNS = 5;

  @Test
  @DisplayName("W91 A backend killed in the middle of runs goes on after its start, nothing lost")
  void killedInTheMiddle(Identity ann) {
    Instance backend = Instance.of("backend").start();
    List<String> threads = threads(backend.rest().as(ann));
    WebSocketClient socket = WebSocketClient.of(ann, backend.url());
    List<Frame> seen = begin(socket);
    assertThat(backend.kill().status()).isEqualTo(137);
    seen.addAll(socket.untilClosed());

    backend.restart();

    assertThat(complete(ann, backend, seen)).isTrue();
    Answer kept = backend.rest().as(ann).get("/api/threads?limit=100");
    assertThat(kept.status()).isEqualTo(200);
    assertThat(Json.texts(kept.json().at("/data"), "/id")).containsAll(threads);
  }

  @Test
  @DisplayName("W113 A stop tells all sockets, closes them with 1001, and runs go on after it")
  void stoppedInTheMiddle(Identity ann, Identity bob) {
    Instance backend = Instance.of("backend").start();
    WebSocketClient socket = WebSocketClient.of(ann, backend.url());
    WebSocketClient other = WebSocketClient.of(bob, backend.url());
    List<Frame> seen = begin(socket);
    assertThat(backend.stop().status()).isEqualTo(0);
    seen.addAll(socket.untilClosed());

    backend.restart();

    assertThat(seen).anyMatch(frame -> frame.type().equals("server_shutdown"));
    assertThat(other.await("server_shutdown").at("/data/drain_seconds").asInt()).isEqualTo(20);
    assertThat(List.of(socket.closed().code(), other.closed().code())).containsOnly(1001);
    assertThat(complete(ann, backend, seen)).isTrue();
  }

  @Test
  @DisplayName("W87 A backend paused in the middle of runs loses no frame")
  void pausedInTheMiddle(Identity ann) {
    Instance backend = Instance.of("backend").start();
    WebSocketClient socket = WebSocketClient.of(ann, backend.url());
    List<Frame> seen = begin(socket);
    backend.pause();
    socket.send(Chat.keyed("late", "t-late", "What do I spend?"));
    backend.resume();
    while (seen.stream().filter(Frame::endsRun).count() < RUNS + 1) {
      seen.add(socket.next());
    }
    socket.close();

    assertThat(complete(ann, backend, seen)).isTrue();
  }

  /** Makes threads, each answered with 201, and returns their ids. */
  private static List<String> threads(Rest rest) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Answer made = rest.post("/api/threads", Json.write(Map.of("title", "thread " + i)));
      assertThat(made.status()).isEqualTo(201);
      ids.add(made.text("/id"));
    }
    return ids;
  }

  /** Starts runs side by side and returns what came until the first of them began. */
  private static List<Frame> begin(WebSocketClient socket) {
    for (int run = 0; run < RUNS; run++) {
      socket.send(Chat.keyed("m-" + run, "t-" + run, "What do I spend, and on what?"));
    }
    return new ArrayList<>(socket.until(frame -> frame.type().equals("agent_started")));
  }

  /**
   * Resumes by cursor and waits for the end of every run that was received; then the frames of each
   * run, by what was seen and by the journal, are whole: from 1 without a gap, one end.
   */
  private static boolean complete(Identity ann, Instance backend, List<Frame> seen) {
    Map<String, List<Long>> runs = new LinkedHashMap<>();
    List<Frame> all = new ArrayList<>(seen);
    all.addAll(resumed(ann, backend.url(), seen));
    for (Frame frame : all) {
      if (frame.isStored() && !frame.runId().isEmpty()) {
        runs.computeIfAbsent(frame.runId(), _ -> new ArrayList<>()).add(frame.seq());
      }
    }
    assertThat(runs).isNotEmpty();
    runs.forEach((run, seqs) -> assertThat(seqs).as(run).isEqualTo(journal(ann, backend, run)));
    return true;
  }

  private static List<Frame> resumed(Identity ann, URI backend, List<Frame> seen) {
    String cursor =
        seen.stream().filter(Frame::isStored).map(Frame::cursor).reduce("", (a, b) -> b);
    Set<String> open = new LinkedHashSet<>();
    seen.forEach(frame -> follow(open, frame));
    List<Frame> frames = new ArrayList<>();
    try (WebSocketClient socket =
        Handshake.bearer(ann.accessToken()).at(backend).target("/ws?cursor=" + cursor).open()) {
      socket.welcome();
      frames.addAll(socket.until(frame -> frame.type().equals("resumed")));
      frames.forEach(frame -> follow(open, frame));
      while (!open.isEmpty()) {
        frames.add(socket.next());
        follow(open, frames.getLast());
      }
    }
    return frames;
  }

  /** A run is open from its first frame, wherever that came, to its last. */
  private static void follow(Set<String> open, Frame frame) {
    if (frame.endsRun()) {
      open.remove(frame.runId());
    } else if (frame.isStored() && !frame.runId().isEmpty()) {
      open.add(frame.runId());
    }
  }

  private static List<Long> journal(Identity ann, Instance backend, String run) {
    JsonNode events =
        backend.rest().as(ann).get("/api/runs/" + run + "/events?limit=1000").json().at("/data");
    List<Long> seqs = Json.texts(events, "/seq").stream().map(Long::valueOf).toList();
    assertThat(seqs)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, seqs.size()).boxed().toList());
    assertThat(Json.texts(events, "/type"))
        .filteredOn(type -> List.of("agent_completed", "agent_error").contains(type))
        .hasSize(1);
    return seqs;
  }
}
