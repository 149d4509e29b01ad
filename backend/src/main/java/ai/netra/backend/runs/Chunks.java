package ai.netra.backend.runs;

import ai.netra.backend.events.StoredEvent;
import ai.netra.backend.service.Json;
import ai.netra.contract.run.RunFrame.ResponseChunk;
import java.util.List;

/** Makes the stream of a run's answer, with the pieces that left before the run was taken up. */
final class Chunks {

  private Chunks() {}

  static ChunkStream stream(RunParts parts, RunScribe scribe, LiveRun live) {
    RunRow run = scribe.run();
    List<StoredEvent> before =
        run.recoveries() == 0 ? List.of() : parts.events().ofRun(run.key(), 0, Integer.MAX_VALUE);
    List<ResponseChunk> told =
        before.stream()
            .filter(event -> event.type().equals("response_chunk"))
            .map(event -> Json.mapper().readValue(event.data(), ResponseChunk.class))
            .toList();
    return new ChunkStream(
        run.answerId(), told, chunk -> scribe.tell(chunk, live.standing().agent()), parts.nanos());
  }
}
