package ai.netra.backend.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.netra.contract.error.ErrorCode;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {

  private record Sample(Instant createdAt, String runId) {}

  @Test
  void namesAreSnakeCaseAndInstantsHaveMillis() {
    assertThat(Json.text(new Sample(Instant.parse("2026-01-05T10:00:00Z"), "run_1")))
        .isEqualTo("{\"created_at\":\"2026-01-05T10:00:00.000Z\",\"run_id\":\"run_1\"}");
  }

  @Test
  void brokenJsonNamesLineAndColumn() {
    Refused refused = read("{\"type\":");

    assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_JSON);
    assertThat(refused.details()).containsOnlyKeys("line", "column");
  }

  @Test
  void thirtyTwoLevelsPassAndOneMoreIsRefused() {
    assertThat(Json.object(nested(32).getBytes(UTF_8), "frame")).isNotEmpty();
    assertThat(read(nested(33)).code()).isEqualTo(ErrorCode.INVALID_JSON);
  }

  @Test
  void anArrayIsNoObject() {
    assertThat(read("[1]").code()).isEqualTo(ErrorCode.NOT_AN_OBJECT);
    assertThat(read("null").code()).isEqualTo(ErrorCode.NOT_AN_OBJECT);
  }

  @Test
  void whatFollowsTheObjectIsRefused() {
    assertThat(read("{} {}").code()).isEqualTo(ErrorCode.INVALID_JSON);
  }

  @Test
  void anEmptyTextIsNoJson() {
    assertThat(read("").code()).isEqualTo(ErrorCode.INVALID_JSON);
  }

  @Test
  void anObjectIsRead() {
    assertThat(Json.object("{\"a\":1}".getBytes(UTF_8), "body")).isEqualTo(Map.of("a", 1));
  }

  private static String nested(int levels) {
    return "{\"a\":".repeat(levels) + "1" + "}".repeat(levels);
  }

  private static Refused read(String json) {
    return catchThrowableOfType(Refused.class, () -> Json.object(json.getBytes(UTF_8), "frame"));
  }
}
