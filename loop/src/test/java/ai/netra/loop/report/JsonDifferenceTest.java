package ai.netra.loop.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class JsonDifferenceTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void equalDocumentsHaveNone() {
    assertThat(first("{\"a\":[1,{\"b\":2}]}", "{\"a\":[1,{\"b\":2}]}")).isEmpty();
  }

  @Test
  void aChangedLeafIsNamedByItsPlace() {
    assertThat(first("{\"a\":[1,{\"b\":2}]}", "{\"a\":[1,{\"b\":3}]}"))
        .contains("/a/1/b: says 3, the records give 2");
  }

  @Test
  void aMemberThatIsMissingOrSpareIsNamed() {
    assertThat(first("{\"a\":1}", "{}")).contains("/a: says nothing, the records give 1");
    assertThat(first("{}", "{\"a\":1}")).contains("/a: says 1, the records give nothing");
  }

  @Test
  void listsOfOtherLengthDiffer() {
    assertThat(first("[1]", "[1,2]")).contains("/: says [1,2], the records give [1]");
  }

  private static Optional<String> first(String derived, String claimed) {
    return JsonDifference.first(JSON.readTree(derived), JSON.readTree(claimed));
  }
}
