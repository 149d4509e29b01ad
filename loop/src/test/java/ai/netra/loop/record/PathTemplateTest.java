package ai.netra.loop.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PathTemplateTest {

  @Test
  void aPlaceTakesOneSegmentAndTheRestMustBeTheSame() {
    PathTemplate template = new PathTemplate("/items/{id}/parts");
    assertThat(template.places("/items/7/parts/?all=1"))
        .hasValueSatisfying(it -> assertThat(it).containsEntry("id", "7"));
    assertThat(template.places("/items/7")).isEmpty();
    assertThat(template.places("/items/7/parts/8")).isEmpty();
  }

  @Test
  void aSegmentMayBeWrittenWithEscapesAndATemplateToo() {
    assertThat(new PathTemplate("/a b").places("/a%20b")).isPresent();
    assertThat(new PathTemplate("/a%2Fb").places("/a%2Fb")).isPresent();
    assertThat(new PathTemplate("/a%2Fb").places("/a%2Fc")).isEmpty();
  }
}
