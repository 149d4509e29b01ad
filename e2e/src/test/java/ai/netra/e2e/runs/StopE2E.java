package ai.netra.e2e.runs;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.e2e.support.Chat;
import ai.netra.e2e.support.Frame;
import ai.netra.e2e.support.Identity;
import ai.netra.e2e.support.People;
import ai.netra.e2e.support.Rest;
import ai.netra.e2e.support.Usage;
import ai.netra.e2e.support.WebSocketClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Stopping runs, and the queue in which they wait. */
@ExtendWith(People.class)
@Tag("p1")
@Tag("area:lifecycle")
class StopE2E {

  private static final String QUESTION = "What do I spend, and on what?";

  @Test
  @DisplayName("W58 Queued runs that are stopped end without agent_started, on every socket")
  void queuedRunsEndUnstarted(Identity ann) {
    try (WebSocketClient socket = WebSocketClient.of(ann);
        WebSocketClient other = WebSocketClient.of(ann)) {
      List<String> runs = start(socket, "t-stop", 12);
      socket.send(Map.of("type", "stop_agent", "thread_id", "t-stop", "reason", "changed my mind"));
      List<Frame> ends = ends(other, runs);

      assertThat(ends).hasSize(12);
      Frame last =
          ends.stream().filter(end -> end.runId().equals(runs.getLast())).findFirst().orElseThrow();
      assertThat(last.type()).isEqualTo("agent_cancelled");
      assertThat(last.seq()).isEqualTo(2);
      assertThat(last.text("/data/by")).isEqualTo("user");
      assertThat(last.text("/data/reason")).isEqualTo("changed my mind");
    }
  }

  @Test
  @DisplayName("W60 A stop by thread names the runs that stop")
  void stopByThreadNamesRuns(Identity ann) {
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      List<String> runs = start(socket, "t-stop", 10);
      Frame ack =
          socket.send(Map.of("type", "stop_agent", "id", "s1", "thread_id", "t-stop")).await("ack");

      assertThat(ack.text("/correlation_id")).isEqualTo("s1");
      assertThat(ack.text("/data/status")).isEqualTo("stopping");
      assertThat(ack.at("/data/run_ids").toString()).contains(runs.getLast());
    }
  }

  @Test
  @DisplayName("W59 A finished run is already_finished")
  void finishedRunIsAlreadyFinished(Identity ann) {
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      String run = Chat.ask(socket, Chat.message(QUESTION)).getLast().runId();
      Frame ack = socket.send(Map.of("type", "stop_agent", "run_id", run)).await("ack");

      assertThat(ack.text("/data/status")).isEqualTo("already_finished");
    }
  }

  @Test
  @DisplayName("W62 Runs of a thread go one after the other, in order")
  void runsOfAThreadGoInOrder(Identity ann) {
    try (WebSocketClient socket = WebSocketClient.of(ann);
        WebSocketClient other = WebSocketClient.of(ann)) {
      List<String> runs = start(socket, "t-order", 5);
      List<Frame> frames =
          other.until(frame -> frame.endsRun() && frame.runId().equals(runs.getLast()));

      assertThat(order(frames, "agent_completed")).containsExactlyElementsOf(runs);
    }
  }

  @Test
  @DisplayName("W64 A waiting run shows its place in the queue")
  void waitingRunShowsItsPlace(Identity ann) {
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      List<Integer> places = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        socket.send(Chat.message("t-place", QUESTION));
      }
      for (int i = 0; i < 12; i++) {
        places.add(socket.await("message_received").at("/data/queue_position").asInt());
      }

      assertThat(places.getFirst()).isZero();
      assertThat(places).anyMatch(place -> place > 0).allMatch(place -> place < 12);
    }
  }

  @Test
  @DisplayName("W65 A full queue refuses and stores nothing")
  void fullQueueRefuses(Identity ann) {
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      for (int i = 0; i < 40; i++) {
        socket.send(Chat.message("t-full", QUESTION + " " + i));
      }
      Frame refused = socket.await("error_message");
      socket.send(Map.of("type", "stop_agent", "thread_id", "t-full"));

      assertThat(refused.text("/error_code")).isIn("RUN_QUEUE_FULL", "RATE_LIMITED");
      assertThat(refused.runId()).isEmpty();
    }
  }

  @Test
  @DisplayName("W76 agent_status lists what is unfinished, with its state")
  void statusListsUnfinished(Identity ann) {
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      List<String> runs = start(socket, "t-status", 12);
      Frame status = socket.send(Map.of("type", "get_agent_status")).await("agent_status");
      socket.send(Map.of("type", "stop_agent", "thread_id", "t-status"));

      assertThat(status.at("/data/runs").toString()).contains(runs.getLast());
      assertThat(status.at("/data/runs/0").propertyNames())
          .containsExactlyInAnyOrder(
              "run_id",
              "thread_id",
              "agent_type",
              "state",
              "step_number",
              "total_steps",
              "seq",
              "started_at");
    }
  }

  @Test
  @DisplayName("H89 A cancel over HTTP ends queued runs, and a finished one is 409")
  void cancelOverHttp(Identity ann) {
    Usage.importCsv(ann, Usage.csv(2_000, 14, "acme/premium", "search", 1_000, 100));
    try (WebSocketClient socket = WebSocketClient.of(ann);
        WebSocketClient other = WebSocketClient.of(ann)) {
      List<String> runs = start(socket, "t-cancel", 12);
      var cancelled =
          Rest.backend()
              .as(ann)
              .post("/api/runs/" + runs.getLast() + "/cancel", "{\"reason\":\"enough\"}");
      ends(other, runs);
      var again = Rest.backend().as(ann).post("/api/runs/" + runs.getLast() + "/cancel", "{}");

      assertThat(cancelled.status()).isEqualTo(202);
      assertThat(again.refusal()).isEqualTo("409 RUN_FINISHED");
      assertThat(Rest.backend().as(ann).get("/api/runs/" + runs.getLast()).text("/state"))
          .isEqualTo("cancelled");
    }
  }

  private static List<String> start(WebSocketClient socket, String thread, int count) {
    for (int i = 0; i < count; i++) {
      socket.send(Chat.message(thread, QUESTION));
    }
    List<String> runs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      runs.add(socket.await("message_received").runId());
    }
    return runs;
  }

  private static List<Frame> ends(WebSocketClient socket, List<String> runs) {
    List<Frame> ends = new ArrayList<>();
    while (ends.size() < runs.size()) {
      ends.add(socket.await(frame -> frame.endsRun() && runs.contains(frame.runId())));
    }
    return ends;
  }

  private static List<String> order(List<Frame> frames, String type) {
    return frames.stream().filter(frame -> frame.type().equals(type)).map(Frame::runId).toList();
  }
}
