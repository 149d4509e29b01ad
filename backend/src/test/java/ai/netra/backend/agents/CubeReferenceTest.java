package ai.netra.backend.agents;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.backend.identity.UserKey;
import ai.netra.backend.testing.TestUsers;
import ai.netra.backend.usage.DatasetAt;
import ai.netra.backend.usage.Filters;
import ai.netra.backend.usage.UsageQueries;
import ai.netra.backend.usage.UsageQueries.Cell;
import ai.netra.backend.usage.UsageQueries.Volume;
import ai.netra.backend.usage.UsageWindow;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** AG31: the cube against a plain Java reference that looks at every pair of rows. */
class CubeReferenceTest {

  private static final int ROWS = 400;
  private static final List<Long> CUTS = List.of(0L, 2_000L, 6_000L);
  private static final UsageWindow WINDOW =
      new UsageWindow(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-02-03"));

  @TempDir static Path folder;
  private static OpenAgents agents;

  @BeforeAll
  static void open() {
    agents = OpenAgents.in(folder);
  }

  @AfterAll
  static void close() throws Exception {
    agents.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void everyCellIsTheReferences(long seed) throws Exception {
    List<ReferenceRow> rows = ReferenceRow.random(seed, ROWS);
    UserKey user = sent("cells-" + seed, rows);

    List<Cell> cells;
    try (UsageQueries queries = queries(user)) {
      cells = queries.cube(scope(queries, user).rows(), CUTS);
    }

    assertThat(volumes(cells)).isEqualTo(reference(rows));
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16})
  void whatStrategiesStandOnCostsWhatItsRowsCost(long seed) throws Exception {
    List<ReferenceRow> rows = ReferenceRow.random(seed, ROWS);
    UserKey user = sent("costs-" + seed, rows);

    Scene scene;
    try (UsageQueries queries = queries(user)) {
      SceneReader reader =
          new SceneReader(new Cubes(), agents.catalogues().current(), OpenAgents.NOW);
      scene = reader.read(scope(queries, user), Constraints.NONE, Assumptions.DEFAULTS);
    }
    UnitPrices prices = scene.ground().prices();

    assertThat(scene.cost()).isEqualByComparingTo(cost(rows, _ -> true));
    assertThat(RetryWaste.wasted(scene.cube()).cost(prices))
        .isEqualByComparingTo(cost(rows, row -> waste(row, rows) > 0));
    for (int i = 0; i < ResponseCache.LIFETIMES.size(); i++) {
      int seconds = ResponseCache.LIFETIMES.get(i);
      for (Level level : Level.values()) {
        int least = level == Level.LOW ? 3 : level == Level.EXPECTED ? 2 : 1;
        assertThat(ResponseCache.repeats(scene.cube(), i, level).cost(prices))
            .as("%d s, %s", seconds, level)
            .isEqualByComparingTo(cost(rows, row -> reuse(row, rows, seconds) >= least));
      }
    }
  }

  private static BigDecimal cost(List<ReferenceRow> rows, Predicate<ReferenceRow> wanted) {
    return rows.stream()
        .filter(ReferenceRow::priced)
        .filter(wanted)
        .map(ReferenceRow::cost)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static UserKey sent(String name, List<ReferenceRow> rows) {
    UserKey user = TestUsers.add(agents.store().store(), name);
    String lines = rows.stream().map(ReferenceRow::line).collect(Collectors.joining());
    assertThat(agents.usage().csv(user, ReferenceRow.HEADER + lines).rowsInserted())
        .isEqualTo(rows.size());
    return user;
  }

  private static UsageQueries queries(UserKey user) throws InterruptedException {
    return agents.usage().usage().open(now(user), agents.catalogues().current().version());
  }

  private static Scope scope(UsageQueries queries, UserKey user) {
    return new Scope(queries, now(user), WINDOW, Filters.NONE);
  }

  private static DatasetAt now(UserKey user) {
    return agents.usage().usage().now(user, "default");
  }

  private static Map<List<Object>, Volume> volumes(List<Cell> cells) {
    Map<List<Object>, Volume> volumes = new HashMap<>();
    for (Cell cell : cells) {
      volumes.put(
          List.of(
              cell.model(),
              Objects.toString(cell.feature(), ""),
              cell.taskClass(),
              Objects.toString(cell.urgency(), ""),
              cell.contextFrom(),
              cell.flags().tools(),
              cell.flags().cacheable(),
              cell.flags().hashed(),
              cell.flags().reuse(),
              cell.flags().waste()),
          cell.volume());
    }
    assertThat(volumes).hasSameSizeAs(cells);
    return volumes;
  }

  private static Map<List<Object>, Volume> reference(List<ReferenceRow> rows) {
    Map<List<Object>, List<ReferenceRow>> groups =
        rows.stream().collect(Collectors.groupingBy(row -> key(row, rows)));
    Map<List<Object>, Volume> volumes = new HashMap<>();
    groups.forEach((key, group) -> volumes.put(key, volume(group)));
    return volumes;
  }

  private static List<Object> key(ReferenceRow row, List<ReferenceRow> rows) {
    long context = CUTS.stream().filter(cut -> cut <= row.tokens().input()).reduce(0L, Math::max);
    return List.of(
        row.model(),
        Objects.toString(row.feature(), ""),
        row.derivedClass(),
        Objects.toString(row.urgency(), ""),
        context,
        row.tools(),
        row.cacheable(),
        row.hash() != null,
        ResponseCache.LIFETIMES.stream().map(seconds -> reuse(row, rows, seconds)).toList(),
        waste(row, rows));
  }

  private static Volume volume(List<ReferenceRow> group) {
    return new Volume(
        group.size(),
        group.stream().mapToLong(row -> row.tokens().input()).sum(),
        group.stream().mapToLong(row -> row.tokens().cached()).sum(),
        group.stream().mapToLong(row -> row.tokens().written()).sum(),
        group.stream().mapToLong(row -> row.tokens().output()).sum(),
        group.stream().filter(row -> row.taskClass() == null).count(),
        rank99(group.stream().map(row -> row.tokens().input()).sorted().toList())
            + rank99(group.stream().map(row -> row.tokens().output()).sorted().toList()));
  }

  /** Nearest rank: the ⌈0.99 n⌉-th smallest. */
  private static long rank99(List<Integer> sorted) {
    return sorted.get(Math.ceilDiv(99 * sorted.size(), 100) - 1);
  }

  /** How near an equal request was that came before. */
  private static int reuse(ReferenceRow row, List<ReferenceRow> rows, int seconds) {
    if (!row.cacheable() || row.hash() == null) {
      return 0;
    }
    long window = seconds * 1_000L;
    int best = 0;
    for (ReferenceRow other : rows) {
      if (other.at() < row.at() && equalRequest(other, row)) {
        boolean half = other.at() / (window / 2) == row.at() / (window / 2);
        boolean whole = other.at() / window == row.at() / window;
        boolean sliding = row.at() - other.at() < window;
        best = Math.max(best, half ? 3 : whole ? 2 : sliding ? 1 : 0);
      }
    }
    return best;
  }

  private static boolean equalRequest(ReferenceRow other, ReferenceRow row) {
    return other.cacheable()
        && Objects.equals(other.hash(), row.hash())
        && Objects.equals(other.feature(), row.feature())
        && other.customer().equals(row.customer());
  }

  /** 0 of use, 1 in vain, 2 in vain because an earlier refusal would be repeated. */
  private static int waste(ReferenceRow row, List<ReferenceRow> rows) {
    boolean tokens = row.tokens().input() + row.tokens().output() > 0;
    String logical = row.attempt().logical();
    List<ReferenceRow> earlier = new ArrayList<>();
    boolean again = false;
    for (ReferenceRow other : rows) {
      if (logical != null && logical.equals(other.attempt().logical())) {
        again |= other.at() > row.at();
        if (other.at() < row.at()) {
          earlier.add(other);
        }
      }
    }
    boolean afterOk = earlier.stream().anyMatch(ReferenceRow::ok);
    boolean cut = "length".equals(row.attempt().finish()) && again;
    if (!afterOk && !cut && (row.ok() || !tokens)) {
      return 0;
    }
    boolean refused =
        logical == null
            ? row.attempt().number() > 1 && row.refused()
            : !earlier.isEmpty() && !earlier.getLast().ok() && earlier.getLast().refused();
    return refused ? 2 : 1;
  }
}
