package ai.netra.loop.suite;

import static ai.netra.loop.suite.SuiteProject.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.netra.loop.project.SuiteSpec.ExcludeSpec;
import ai.netra.loop.record.Inventory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds and discovers suites in a real worker. */
class JunitDiscoveryIT {

  private static final String PASSES =
      "@Test void passes() { assertEquals(2, List.of(1, 2).size()); }";

  @TempDir private Path folder;
  private SuiteProject project;

  @BeforeEach
  void create() {
    project = new SuiteProject(folder);
  }

  @AfterEach
  void close() {
    project.close();
  }

  @Test
  void theInventoryHoldsClaimTagsPlaceAndClosureOfEachTest() {
    project.with(
        "Claims",
        """
        @Test @Tag("p2") @Tag("area:ws") @DisplayName("W3 a claim") void claims() {}
        @ParameterizedTest @ValueSource(ints = {1, 2}) void template(int n) {}
        """);

    Inventory inventory = project.open().discover();

    assertThat(inventory.discovered()).isEqualTo(2);
    Inventory.Test test = inventory.tests().getFirst();
    assertThat(test.id()).isEqualTo(id("Claims", "method:claims()"));
    assertThat(test.claim()).isEqualTo("W3 a claim");
    assertThat(test.priority()).isEqualTo("p2");
    assertThat(test.area()).isEqualTo("ws");
    assertThat(test.source()).isEqualTo("suite/seeds/Claims.java:10");
    assertThat(test.closure()).matches("[0-9a-f]{64}");
  }

  @Test
  void anExclusionTakesATestOutOfNUntilItsDay() {
    project.with("Two", PASSES + "@Test void other() {}");
    ExcludeSpec valid = new ExcludeSpec("Two#other", "known", "2999-01-01");
    ExcludeSpec overdue = new ExcludeSpec("Two#passes", "was known", "2001-01-01");

    Inventory inventory =
        project.open(project.spec(1, 1, Duration.ofSeconds(5), List.of(valid, overdue))).discover();

    assertThat(inventory.discovered()).isEqualTo(2);
    assertThat(inventory.tests())
        .extracting(Inventory.Test::id)
        .containsExactly(id("Two", "method:passes()"));
    assertThat(inventory.excluded())
        .containsExactly(
            new Inventory.Excluded(id("Two", "method:other()"), "known", "2999-01-01"));
  }

  @Test
  void aSuiteWithoutATestIsRefused() {
    project.with("Nothing", "void noTest() {}");

    assertThatThrownBy(() -> project.open().discover())
        .isInstanceOf(SuiteFailure.class)
        .hasMessageStartingWith("suites.seeds: no test in ");
  }

  @Test
  void aSuiteThatDoesNotCompileIsRefusedWithTheCompilersWords() {
    project.with("Broken", "@Test void broken() { missing(); }");

    assertThatThrownBy(() -> project.open())
        .isInstanceOf(SuiteFailure.class)
        .hasMessageContaining("suites.seeds.build ended with status 1")
        .hasMessageContaining("cannot find symbol");
  }
}
