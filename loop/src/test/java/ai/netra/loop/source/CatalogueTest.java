package ai.netra.loop.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueTest {

  @Test
  void theSameRulesHaveTheSameHash() {
    assertThat(Catalogue.of(List.of("Page#shows"))).isEqualTo(Catalogue.of(List.of("Page#shows")));
    assertThat(Catalogue.of(List.of())).matches("[0-9a-f]{64}");
  }

  @Test
  void anotherDeclaredCheckIsAnotherCatalogue() {
    assertThat(Catalogue.of(List.of("Page#shows"))).isNotEqualTo(Catalogue.of(List.of()));
  }
}
