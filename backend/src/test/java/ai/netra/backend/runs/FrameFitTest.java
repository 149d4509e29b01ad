package ai.netra.backend.runs;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.backend.service.Json;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FrameFitTest {

  @Test
  void aShortTextStays() {
    assertThat(FrameFit.text("short")).isEqualTo("short");
  }

  @Test
  void aLongTextIsCutAtItsEncodedBytesBetweenCharacters_W47() {
    String cut = FrameFit.text("😀".repeat(10_000));

    assertThat(cut).isEqualTo("😀".repeat((FrameFit.MAX_BYTES - 2) / 4));
    assertThat(FrameFit.fits(Json.text(FrameFit.text("\u0001".repeat(10_000))))).isTrue();
  }

  @Test
  void aLongReportShrinksToKindSummaryAndId_W47() {
    String report =
        Json.text(
            Map.of("id", "rep_1", "kind", "full", "summary", "s", "sections", "x".repeat(30_000)));

    assertThat(Json.mapper().readTree(FrameFit.report(report)))
        .isEqualTo(
            Json.mapper()
                .readTree("{\"kind\":\"full\",\"summary\":\"s\",\"report_id\":\"rep_1\"}"));
  }

  @Test
  void aLongToolResultKeepsItsFirstRows_W47() {
    String result =
        Json.text(Map.of("summary", "s", "facts", Collections.nCopies(5000, Map.of("id", "f1"))));
    JsonNode cut = Json.mapper().readTree(FrameFit.tool(result));

    assertThat(FrameFit.fits(FrameFit.tool(result))).isTrue();
    assertThat(cut.get("summary").asString()).isEqualTo("s");
    assertThat(cut.get("facts").size()).isBetween(500, 5000);
  }

  @Test
  void secretsAreRedactedAtEveryDepth_W46() {
    Map<String, Object> parameters =
        Map.of(
            "Api_Key",
            "k",
            "tokens",
            5,
            "list",
            List.of(Map.of("access_token", "t", "name", "n")),
            "nested",
            Map.of("password", "p"));

    assertThat(FrameFit.redacted(parameters))
        .isEqualTo(
            Map.of(
                "Api_Key",
                "[redacted]",
                "tokens",
                5,
                "list",
                List.of(Map.of("access_token", "[redacted]", "name", "n")),
                "nested",
                Map.of("password", "[redacted]")));
  }
}
