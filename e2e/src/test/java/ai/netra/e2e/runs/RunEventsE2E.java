package ai.netra.e2e.runs;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.e2e.support.Chat;
import ai.netra.e2e.support.Frame;
import ai.netra.e2e.support.Identity;
import ai.netra.e2e.support.People;
import ai.netra.e2e.support.Usage;
import ai.netra.e2e.support.WebSocketClient;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The events of a run, as every socket of its user sees them. */
@ExtendWith(People.class)
@Tag("p1")
@Tag("area:runs")
class RunEventsE2E {

  private static final String QUESTION = "What do I spend, and on what?";

  @Test
  @DisplayName("W35 A message is answered and its run follows")
  void messageIsAnsweredAndRuns(Identity ann) {
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      List<Frame> frames = Chat.ask(socket, Chat.message(QUESTION));

      assertThat(frames.getFirst().text("/data/content")).isEqualTo(QUESTION);
      assertThat(frames.getFirst().text("/data/agent_type")).isEqualTo("supervisor");
      assertThat(frames.getLast().type()).isEqualTo("agent_completed");
    }
  }

  @Test
  @DisplayName("W36 seq runs from 1 without gaps")
  void seqHasNoGaps(Identity ann) {
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      List<Frame> frames = Chat.ask(socket, Chat.message(QUESTION));

      assertThat(frames.stream().map(Frame::seq))
          .containsExactlyElementsOf(LongStream.rangeClosed(1, frames.size()).boxed().toList());
    }
  }

  @Test
  @DisplayName("W37 message_received comes first, agent_started second")
  void receivedThenStarted(Identity ann) {
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      List<Frame> frames = Chat.ask(socket, Chat.message(QUESTION));

      assertThat(frames.get(0).type()).isEqualTo("message_received");
      assertThat(frames.get(1).type()).isEqualTo("agent_started");
      assertThat(frames.get(1).text("/data/user_id")).isEqualTo(ann.userId());
    }
  }

  @Test
  @DisplayName("W38 A completed run has all five main events, in order")
  void fiveMainEvents(Identity ann) {
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      List<String> types =
          Chat.ask(socket, Chat.message(QUESTION)).stream().map(Frame::type).toList();

      assertThat(types)
          .containsSubsequence(
              "agent_started",
              "agent_thinking",
              "tool_executing",
              "tool_completed",
              "agent_completed");
    }
  }

  @Test
  @DisplayName("W39 Exactly one last frame, and nothing of the run after it")
  void oneLastFrame(Identity ann) {
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      List<Frame> frames = Chat.ask(socket, Chat.message(QUESTION));
      String run = frames.getFirst().runId();
      List<Frame> later =
          socket.send(Map.of("type", "ping")).until(frame -> frame.type().equals("pong"));

      assertThat(frames.stream().filter(Frame::endsRun)).hasSize(1);
      assertThat(later).noneMatch(frame -> frame.runId().equals(run));
    }
  }

  @Test
  @DisplayName("W40 Every tool_executing has exactly one tool_completed")
  void toolsPair(Identity ann) {
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      List<Frame> frames = Chat.ask(socket, Chat.message(QUESTION));

      assertThat(calls(frames, "tool_executing")).isNotEmpty().doesNotHaveDuplicates();
      assertThat(calls(frames, "tool_completed"))
          .containsExactlyInAnyOrderElementsOf(calls(frames, "tool_executing"));
    }
  }

  @Test
  @DisplayName("W41 Every subagent_started has its end")
  void stepsPair(Identity ann) {
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      List<Frame> frames = Chat.ask(socket, Chat.message(QUESTION));

      assertThat(agents(frames, "subagent_started")).startsWith("triage").endsWith("reporting");
      assertThat(agents(frames, "subagent_completed"))
          .containsExactlyElementsOf(agents(frames, "subagent_started"));
    }
  }

  @Test
  @DisplayName("W42 The chunks put together are the response")
  void chunksAreTheResponse(Identity ann) {
    Usage.importCsv(ann, Usage.csv(2_000, 14, "acme/premium", "search", 1_000, 100));
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      List<Frame> frames = Chat.ask(socket, Chat.message(QUESTION));
      StringBuilder text = new StringBuilder();
      for (Frame frame : frames) {
        if (frame.type().equals("response_chunk")) {
          int offset = text.offsetByCodePoints(0, frame.at("/data/offset").asInt());
          text.setLength(offset);
          text.append(frame.text("/data/content"));
        }
      }

      assertThat(text.toString()).isEqualTo(frames.getLast().text("/data/response")).isNotBlank();
    }
  }

  @Test
  @DisplayName("W45 reasoning changes with the data")
  void reasoningChangesWithData(Identity ann, Identity bob) {
    Usage.importCsv(ann, Usage.csv(1_500, 14, "acme/premium", "search", 1_000, 100));
    Usage.importCsv(bob, Usage.csv(2_500, 10, "acme/small", "checkout", 400, 50));

    assertThat(thoughts(ann)).isNotEqualTo(thoughts(bob));
  }

  @Test
  @DisplayName("W45 reasoning has 20 to 500 characters, an operation 20 or more")
  void thoughtsHaveLength(Identity ann) {
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      List<Frame> frames = Chat.ask(socket, Chat.message(QUESTION));

      assertThat(texts(frames, "agent_thinking", "/data/reasoning"))
          .hasSizeGreaterThanOrEqualTo(2)
          .allMatch(text -> text.length() >= 20 && text.length() <= 500);
      assertThat(texts(frames, "tool_executing", "/data/operation"))
          .allMatch(text -> text.length() >= 20);
    }
  }

  @Test
  @DisplayName("W49 An agent starts by its name")
  void agentStartsByName(Identity ann) {
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      Map<String, Object> message =
          Map.of(
              "type",
              "start_agent",
              "payload",
              Map.of("content", QUESTION, "agent_type", "data_helper"));
      List<Frame> frames = Chat.ask(socket, message);

      assertThat(frames.get(1).text("/data/agent_type")).isEqualTo("data_helper");
      assertThat(agents(frames, "subagent_started")).contains("data_helper");
      assertThat(frames.getLast().type()).isEqualTo("agent_completed");
    }
  }

  @Test
  @DisplayName("W50 An unknown agent is refused with those that are known")
  void unknownAgentIsRefused(Identity ann) {
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      Map<String, Object> message =
          Map.of("type", "start_agent", "payload", Map.of("content", "hi", "agent_type", "oracle"));
      Frame error = socket.send(message).next();

      assertThat(error.text("/error_code")).isEqualTo("AGENT_NOT_FOUND");
      assertThat(error.at("/details/known").toString()).contains("supervisor", "triage", "data");
    }
  }

  @Test
  @DisplayName("W52 metadata returns unread")
  void metadataReturns(Identity ann) {
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      Map<String, Object> message =
          Map.of(
              "type",
              "user_message",
              "payload",
              Map.of("content", QUESTION, "metadata", Map.of("ticket", "T-1")));
      List<Frame> frames = Chat.ask(socket, message);

      assertThat(frames.get(1).text("/data/metadata/ticket")).isEqualTo("T-1");
      assertThat(frames.getLast().text("/data/metadata/ticket")).isEqualTo("T-1");
    }
  }

  @Test
  @DisplayName("W55 Without an LLM the answer says so")
  void answerSaysItIsDeterministic(Identity ann) {
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      Frame last = Chat.ask(socket, Chat.message(QUESTION)).getLast();

      assertThat(last.text("/data/prose")).isEqualTo("deterministic");
      assertThat(last.text("/data/prose_reason")).isEqualTo("no_key");
    }
  }

  @Test
  @DisplayName("W56 Two equal questions on equal data give equal facts")
  void equalQuestionsEqualFacts(Identity ann) {
    Usage.importCsv(ann, Usage.csv(2_000, 14, "acme/premium", "search", 1_000, 100));
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      Frame first = Chat.ask(socket, Chat.message(QUESTION)).getLast();
      Frame second = Chat.ask(socket, Chat.message(QUESTION)).getLast();

      assertThat(second.text("/data/response")).isEqualTo(first.text("/data/response"));
      assertThat(values(second)).isEqualTo(values(first)).isNotEmpty();
    }
  }

  private static List<String> values(Frame completed) {
    return ai.netra.e2e.support.Json.texts(completed.at("/data/result/facts"), "/value");
  }

  private static List<String> thoughts(Identity somebody) {
    try (WebSocketClient socket = WebSocketClient.of(somebody)) {
      return texts(Chat.ask(socket, Chat.message(QUESTION)), "agent_thinking", "/data/reasoning");
    }
  }

  private static List<String> calls(List<Frame> frames, String type) {
    return texts(frames, type, "/data/tool_call_id");
  }

  private static List<String> agents(List<Frame> frames, String type) {
    return texts(frames, type, "/data/agent_type");
  }

  private static List<String> texts(List<Frame> frames, String type, String pointer) {
    return frames.stream()
        .filter(frame -> frame.type().equals(type))
        .map(frame -> frame.text(pointer))
        .toList();
  }
}
