package ai.netra.backend.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContentHashTest {

  private static final Map<String, Object> NONE = Map.of();

  @Test
  void theOrderOfNamesMakesNoOtherMessage() {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("a", 1);
    one.put("b", List.of(Map.of("c", 2)));
    Map<String, Object> other = new LinkedHashMap<>();
    other.put("b", List.of(Map.of("c", 2)));
    other.put("a", 1);

    assertThat(hash("x", "t", one, NONE)).isEqualTo(hash("x", "t", other, NONE));
  }

  @Test
  void metadataMakesNoOtherMessage() {
    assertThat(hash("x", "t", NONE, Map.of("m", 1))).isEqualTo(hash("x", "t", NONE, NONE));
  }

  @Test
  void everyOtherFieldDoes() {
    Set<String> hashes =
        Set.of(
            hash("x", "t", NONE, NONE),
            hash("y", "t", NONE, NONE),
            hash("x", "u", NONE, NONE),
            hash("x", "t", Map.of("a", 1), NONE),
            ContentHash.of(start("x", "t", NONE, NONE), false));

    assertThat(hashes).hasSize(5);
  }

  private static String hash(
      String content, String thread, Map<String, Object> context, Map<String, Object> metadata) {
    return ContentHash.of(start(content, thread, context, metadata), true);
  }

  private static StartRun start(
      String content, String thread, Map<String, Object> context, Map<String, Object> metadata) {
    return new StartRun(
        content, "supervisor", thread, null, context, Map.of(), List.of(), metadata, null);
  }
}
