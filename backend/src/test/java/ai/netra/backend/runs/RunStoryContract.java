package ai.netra.backend.runs;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.backend.events.StoredEvent;
import ai.netra.backend.service.Json;
import ai.netra.contract.run.RunView;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a run tells and leaves behind. */
abstract class RunStoryContract extends OnRunBench {

  @Test
  void aRunTellsItsStoryInOrder_W36_W37_W38() throws InterruptedException {
    String run = bench.start(anna, "t1");
    assertThat(bench.ended(anna, run)).isEqualTo("completed");

    assertThat(bench.types(anna, run))
        .containsExactly(
            "message_received",
            "agent_started",
            "subagent_started",
            "agent_thinking",
            "tool_executing",
            "tool_completed",
            "agent_thinking",
            "subagent_completed",
            "progress_update",
            "subagent_started",
            "agent_thinking",
            "tool_executing",
            "tool_completed",
            "agent_thinking",
            "subagent_completed",
            "progress_update",
            "subagent_started",
            "agent_thinking",
            "tool_executing",
            "tool_completed",
            "agent_thinking",
            "response_chunk",
            "subagent_completed",
            "progress_update",
            "response_chunk",
            "agent_completed");
    assertThat(bench.eventsOf(anna, run))
        .extracting(StoredEvent::seq)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 26).boxed().toList());
  }

  @Test
  void theChunksPutTogetherAreTheResponse_W42() throws InterruptedException {
    String run = bench.start(anna, "t1");
    bench.ended(anna, run);

    StringBuilder told = new StringBuilder();
    boolean last = false;
    for (JsonNode chunk : data(run, "response_chunk")) {
      assertThat(chunk.get("offset").asInt()).isEqualTo(told.length());
      told.append(chunk.get("content").asString());
      last = chunk.get("is_final").asBoolean();
    }
    assertThat(told.toString()).isEqualTo(bench.runs.get(anna.user(), run).response());
    assertThat(last).isTrue();
  }

  @Test
  void theObjectAgreesWithTheFrames_H87() throws InterruptedException {
    String id = bench.start(anna, "t1");
    bench.ended(anna, id);

    RunView run = bench.runs.get(anna.user(), id);
    JsonNode end = data(id, "agent_completed").getFirst();
    assertThat(end.get("response").asString()).isEqualTo(run.response());
    assertThat(end.get("result")).isEqualTo(Json.mapper().readTree(run.result()));
    assertThat(end.get("duration_ms").asLong()).isEqualTo(run.head().durationMs());
    assertThat(run.head().lastSeq()).isEqualTo(26);
    assertThat(run.head().metadata()).isEqualTo(Map.of("note", "x"));
    assertThat(end.get("metadata").get("note").asString()).isEqualTo("x");
    assertThat(run.head().usage().rowsRead()).isEqualTo(9);
  }

  @Test
  void aRunsEndStoresTheAnswerAndTellsTheThread() throws InterruptedException {
    String run = bench.start(anna, "t1");
    bench.ended(anna, run);

    List<StoredEvent> all = bench.events.after(anna.user(), 0, 100);
    assertThat(all.getFirst().type()).isEqualTo("thread_created");
    assertThat(all.getLast().type()).isEqualTo("thread_updated");
    assertThat(all.getLast().data())
        .contains("\"message_count\":2")
        .contains("\"last_run_state\":\"completed\"")
        .contains("\"caused_by_run_id\":\"" + run + "\"");
  }

  @Test
  void secretsInParametersAreRedacted_W46() throws InterruptedException {
    String run = bench.start(anna, "t1");
    bench.ended(anna, run);

    assertThat(data(run, "tool_executing").getFirst().get("parameters"))
        .isEqualTo(Json.mapper().readTree("{\"api_key\":\"[redacted]\",\"window\":7}"));
  }

  @Test
  void aStepThatThrowsFailsAloneAndTellsNoSecret_AG10() throws InterruptedException {
    bench.pipeline.on(
        "data",
        (state, context) -> {
          context.toolExecuting("usage_summary", "Sum spend of the window", Map.of());
          throw new IllegalStateException("internal detail");
        });
    String run = bench.start(anna, "t1");

    assertThat(bench.ended(anna, run)).isEqualTo("completed");
    JsonNode step = data(run, "subagent_completed").get(1);
    assertThat(step.get("status").asString()).isEqualTo("failed");
    assertThat(step.get("error_code").asString()).isEqualTo("STEP_FAILED");
    assertThat(step.get("summary").asString())
        .contains("4bf92f3577b34da6a3ce929d0e0e4736")
        .doesNotContain("internal detail");
    assertThat(data(run, "tool_completed")).hasSameSizeAs(data(run, "tool_executing"));
  }
}
