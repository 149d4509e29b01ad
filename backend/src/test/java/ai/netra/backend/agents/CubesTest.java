package ai.netra.backend.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.netra.backend.models.Catalogue;
import ai.netra.backend.usage.DatasetAt;
import ai.netra.backend.usage.Dimension;
import ai.netra.backend.usage.Filters;
import ai.netra.backend.usage.UsageQueries;
import ai.netra.backend.usage.UsageWindow;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Queries that were cancelled answer nothing, so what is answered without them was kept. */
class CubesTest {

  private static final UsageWindow WINDOW =
      new UsageWindow(LocalDate.parse("2026-01-05"), LocalDate.parse("2026-02-02"));

  @TempDir Path folder;
  private final Cubes cubes = new Cubes();
  private OpenAgents agents;
  private Catalogue catalogue;

  @BeforeEach
  void open() {
    agents = OpenAgents.in(folder);
    catalogue = agents.catalogues().current();
    send("a");
  }

  @AfterEach
  void close() throws Exception {
    agents.close();
  }

  /** 100 rows whose ids begin with this. */
  private void send(String ids) {
    String rows =
        GoldenRows.csv(100, i -> GoldenRows.of(i, "acme/premium", 500, 10, "classification"));
    var _ = agents.usage().csv(agents.alice(), rows.replace("\nr", "\n" + ids));
  }

  @Test
  void theSameRowsAreReadOnce() throws Exception {
    Cubes.Read first;
    try (UsageQueries queries = queries()) {
      first = cubes.read(scope(queries, WINDOW, Filters.NONE), catalogue);
    }

    assertThat(cancelled(WINDOW, Filters.NONE).read(cubes, catalogue)).isSameAs(first);
    assertThat(first.cells()).isNotEmpty();
  }

  @Test
  void otherDaysAndOtherFiltersAreOtherRows() throws Exception {
    try (UsageQueries queries = queries()) {
      var _ = cubes.read(scope(queries, WINDOW, Filters.NONE), catalogue);
    }
    UsageWindow days = new UsageWindow(WINDOW.from(), WINDOW.to().minusDays(1));
    Filters filters = new Filters(Map.of(Dimension.FEATURE, "shop"));

    assertNotKept(cancelled(days, Filters.NONE));
    assertNotKept(cancelled(WINDOW, filters));
  }

  @Test
  void afterAnImportTheRowsAreReadAgain() throws Exception {
    try (UsageQueries queries = queries()) {
      var _ = cubes.read(scope(queries, WINDOW, Filters.NONE), catalogue);
    }
    send("b");

    assertNotKept(cancelled(WINDOW, Filters.NONE));
  }

  @Test
  void ofAUserTheTwentyUsedLastAreKept() throws Exception {
    try (UsageQueries queries = queries()) {
      for (int i = 0; i <= Cubes.MOST_OF_A_USER; i++) {
        var _ = cubes.read(scope(queries, days(i), Filters.NONE), catalogue);
      }
    }

    assertNotKept(cancelled(days(0), Filters.NONE));
    assertThat(cancelled(days(1), Filters.NONE).read(cubes, catalogue).cells()).isNotEmpty();
  }

  private static UsageWindow days(int i) {
    return new UsageWindow(WINDOW.from(), WINDOW.from().plusDays(i + 1L));
  }

  private void assertNotKept(Cancelled without) {
    assertThatThrownBy(() -> without.read(cubes, catalogue))
        .isInstanceOf(InterruptedException.class);
  }

  /** Asks for rows by queries that can answer nothing any more. */
  private record Cancelled(CubesTest test, UsageWindow window, Filters filters) {

    Cubes.Read read(Cubes cubes, Catalogue catalogue) throws InterruptedException {
      try (UsageQueries queries = test.queries()) {
        queries.cancel();
        return cubes.read(test.scope(queries, window, filters), catalogue);
      }
    }
  }

  private Cancelled cancelled(UsageWindow window, Filters filters) {
    return new Cancelled(this, window, filters);
  }

  private Scope scope(UsageQueries queries, UsageWindow window, Filters filters) {
    return new Scope(queries, now(), window, filters);
  }

  private UsageQueries queries() throws InterruptedException {
    return agents.usage().usage().open(now(), catalogue.version());
  }

  private DatasetAt now() {
    return agents.usage().usage().now(agents.alice(), "default");
  }
}
