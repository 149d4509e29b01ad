package ai.netra.e2e.auth;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.e2e.support.Answer;
import ai.netra.e2e.support.Rest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths that two readers could understand differently, at the auth service. */
@Tag("p2")
@Tag("area:errors")
class PathsE2E {

  @ParameterizedTest
  @ValueSource(strings = {"/a%2fb", "/a%5cb", "/a/%2e%2e/b", "/x%0ay"})
  @DisplayName("H16 A bad path is 400 and says what was sent")
  void badPathIs400(String path) {
    Answer answer = Rest.auth().get(path);

    assertThat(answer.refusal()).isEqualTo("400 BAD_PATH");
    assertThat(answer.text("/message")).contains("path:").contains(path);
    assertThat(answer.text("/trace_id")).isEqualTo(answer.header("X-Trace-Id"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/x%00y", "/%2e%2e/x"})
  @DisplayName("H16 A path that the server's own reader refuses is one too")
  void unreadablePathIs400(String path) {
    Answer refused = Rest.auth().get(path);
    Answer plain = Rest.auth().get("/etc/passwd");

    assertThat(refused.refusal()).isEqualTo("400 BAD_PATH");
    assertThat(plain.refusal()).isEqualTo("404 NOT_FOUND");
  }
}
