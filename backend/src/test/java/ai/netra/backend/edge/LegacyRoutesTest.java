package ai.netra.backend.edge;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.contract.legacy.Legacy;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** H18: old names of fields in a body count where the canonical one is absent. */
class LegacyRoutesTest {

  private final LegacyRoutes legacy = new LegacyRoutes(Legacy.read());

  @Test
  void anOldPathIsItsCanonicalOne() {
    assertThat(legacy.canonical("/api/agents/cancel")).isEqualTo("/api/agents/stop");
    assertThat(legacy.canonical("/api/health/live")).isEqualTo("/health/live");
    assertThat(legacy.canonical("/api/agents")).isEqualTo("/api/agents");
    assertThat(legacy.canonicalMethod("PUT", "/api/threads/t-1")).isEqualTo("PATCH");
    assertThat(legacy.canonicalMethod("PUT", "/api/runs/r/feedback")).isEqualTo("PUT");
  }

  @Test
  void theFirstOldNameThatIsThereCounts() {
    assertThat(
            legacy.canonicalFields(
                "/api/runs", Map.of("query", "third", "message", "second", "type", "data")))
        .containsEntry("content", "second")
        .containsEntry("agent_type", "data");
  }

  @Test
  void aCanonicalFieldWinsUnlessItIsBlank() {
    assertThat(legacy.canonicalFields("/api/runs", Map.of("content", "own", "text", "old")))
        .containsEntry("content", "own");
    assertThat(legacy.canonicalFields("/api/runs", Map.of("content", " ", "text", "old")))
        .containsEntry("content", "old");
    assertThat(legacy.canonicalFields("/api/runs", Map.of("agent", "data", "type", "triage")))
        .containsEntry("agent_type", "data");
  }

  @Test
  void anAgentIdIsARunInAStopAlone() {
    Map<String, Object> body = Map.of("agent_id", "run_1");

    assertThat(legacy.canonicalFields("/api/agents/stop", body)).containsEntry("run_id", "run_1");
    assertThat(legacy.canonicalFields("/api/agents/start", body)).doesNotContainKey("run_id");
  }
}
