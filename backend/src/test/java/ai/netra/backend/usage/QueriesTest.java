package ai.netra.backend.usage;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.backend.identity.UserKey;
import ai.netra.backend.store.OpenStore;
import ai.netra.backend.testing.SteppedClock;
import ai.netra.backend.testing.TestUsers;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** AG31: Q1 to Q5 against a plain Java reference on random rows. */
class QueriesTest {

  private static final long FIRST = Instant.parse("2026-01-05T00:00:00Z").toEpochMilli();
  private static final long HOUR = 3_600_000;
  private static final Rows ALL = new Rows(TimeSpan.ALL, Filters.NONE);

  @TempDir Path folder;
  private OpenStore store;
  private OpenUsage usage;
  private UserKey user;
  private final List<QueryRow> rows = new ArrayList<>();

  @BeforeEach
  void open() {
    store = OpenStore.in(folder);
    user = TestUsers.add(store.store(), "alice");
    usage =
        OpenUsage.in(
            folder,
            store.store(),
            new TwoPrices(),
            new SteppedClock(Instant.parse("2026-02-03T10:00:00Z")));
    Random random = new Random(7);
    StringBuilder text =
        new StringBuilder(
            "request_id,timestamp,model,input_tokens,cached_input_tokens,output_tokens,status,latency_ms\n");
    for (int i = 0; i < 3_000; i++) {
      QueryRow row = QueryRow.random(random);
      rows.add(row);
      text.append(
          "r%d,%d,%s,%d,%d,%d,%s,%d\n"
              .formatted(
                  i,
                  row.at(),
                  row.model(),
                  row.input(),
                  row.cached(),
                  row.output(),
                  row.status(),
                  row.latency()));
    }
    usage.csv(user, text.toString());
  }

  @AfterEach
  void close() throws Exception {
    usage.close();
    store.close();
  }

  @Test
  void totalsAreExact() throws Exception {
    try (UsageQueries queries = queries()) {
      Totals totals = queries.totals(ALL);

      assertThat(totals.rows()).isEqualTo(3_000);
      assertThat(totals.spend()).isEqualTo(Usd.ofPico(spend(rows)));
      assertThat(totals.okRows())
          .isEqualTo(rows.stream().filter(r -> r.status().equals("ok")).count());
      assertThat(totals.unpricedTokens())
          .isEqualTo(
              rows.stream()
                  .filter(row -> row.model().equals("b"))
                  .mapToLong(row -> row.input() + row.output())
                  .sum());
    }
  }

  @Test
  void aWindowTakesItsFromAndLeavesItsTo() throws Exception {
    TimeSpan span =
        new TimeSpan(
            Instant.ofEpochMilli(FIRST + 48 * HOUR), Instant.ofEpochMilli(FIRST + 96 * HOUR));
    List<QueryRow> within =
        rows.stream()
            .filter(r -> r.at() >= FIRST + 48 * HOUR && r.at() < FIRST + 96 * HOUR)
            .toList();
    try (UsageQueries queries = queries()) {
      Totals totals = queries.totals(new Rows(span, Filters.NONE));

      assertThat(totals.rows()).isEqualTo(within.size());
      assertThat(totals.spend()).isEqualTo(Usd.ofPico(spend(within)));
    }
  }

  @Test
  void groupsSumToTheTotal() throws Exception {
    try (UsageQueries queries = queries()) {
      List<Breakdown> groups = queries.breakdown(ALL, List.of(Dimension.MODEL, Dimension.STATUS));

      assertThat(groups).hasSize(4);
      assertThat(groups.stream().mapToLong(Breakdown::rows).sum()).isEqualTo(3_000);
      BigDecimal sum =
          groups.stream().map(g -> g.spend().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
      assertThat(sum).isEqualByComparingTo(Usd.ofPico(spend(rows)).amount());
    }
  }

  /** One pass with many groups gives what a pass for each gives. */
  @Test
  void sumsThatWereComputedAheadAreTheSame() throws Exception {
    Rows ok = new Rows(TimeSpan.ALL, new Filters(Map.of(Dimension.STATUS, "ok")));
    List<Dimension> by = List.of(Dimension.STATUS, Dimension.CUSTOMER);
    for (Rows each :
        List.of(
            ALL,
            new Rows(
                new TimeSpan(
                    Instant.ofEpochMilli(FIRST + HOUR), Instant.ofEpochMilli(FIRST + 99 * HOUR)),
                ok.filters()))) {
      try (UsageQueries apart = queries();
          UsageQueries ahead = queries()) {
        ahead.ahead(each, by, Bucket.WEEK);

        assertThat(ahead.totals(each)).isEqualTo(apart.totals(each));
        for (Dimension one : List.of(Dimension.MODEL, Dimension.STATUS, Dimension.CUSTOMER)) {
          assertThat(ahead.breakdown(each, List.of(one)))
              .isEqualTo(apart.breakdown(each, List.of(one)))
              .isNotEmpty();
        }
        assertThat(ahead.series(each, Bucket.WEEK, List.of()))
            .isEqualTo(apart.series(each, Bucket.WEEK, List.of()))
            .isNotEmpty();
      }
    }
  }

  @Test
  void sumsThatWereComputedAheadAnswerForTheirOwnRowsAlone() throws Exception {
    Rows ok = new Rows(TimeSpan.ALL, new Filters(Map.of(Dimension.STATUS, "ok")));
    Rows none = new Rows(new TimeSpan(Instant.EPOCH, Instant.ofEpochMilli(1)), Filters.NONE);
    try (UsageQueries queries = queries()) {
      queries.ahead(ok, List.of(), Bucket.DAY);

      assertThat(queries.totals(ALL).rows()).isEqualTo(3_000);
      assertThat(
              queries.breakdown(ALL, List.of(Dimension.MODEL)).stream()
                  .mapToLong(Breakdown::rows)
                  .sum())
          .isEqualTo(3_000);
      assertThat(queries.series(ALL, Bucket.DAY, List.of()).stream().mapToLong(Point::rows).sum())
          .isEqualTo(3_000);
      assertThat(queries.breakdown(ok, List.of(Dimension.STATUS))).hasSize(1);
      queries.ahead(none, List.of(), Bucket.DAY);
      assertThat(queries.totals(none).rows()).isZero();
      assertThat(queries.breakdown(none, List.of(Dimension.MODEL))).isEmpty();
    }
  }

  @Test
  void aFilterNarrows() throws Exception {
    Filters errors = new Filters(Map.of(Dimension.STATUS, "error", Dimension.MODEL, "a"));
    List<QueryRow> matching =
        rows.stream().filter(r -> r.status().equals("error") && r.model().equals("a")).toList();
    try (UsageQueries queries = queries()) {
      assertThat(queries.totals(new Rows(TimeSpan.ALL, errors)).spend())
          .isEqualTo(Usd.ofPico(spend(matching)));
    }
  }

  @Test
  void seriesHasEveryDayAndWeeksBeginOnMonday() throws Exception {
    Map<Long, List<QueryRow>> byDay = new TreeMap<>();
    rows.forEach(
        row -> byDay.computeIfAbsent(row.at() / (24 * HOUR), _ -> new ArrayList<>()).add(row));
    try (UsageQueries queries = queries()) {
      List<Point> days = queries.series(ALL, Bucket.DAY, List.of());
      List<Point> weeks = queries.series(ALL, Bucket.WEEK, List.of());

      assertThat(days).hasSize(28);
      assertThat(days)
          .allSatisfy(
              point ->
                  assertThat(point.spend())
                      .isEqualTo(
                          Usd.ofPico(
                              spend(
                                  byDay.getOrDefault(
                                      point.at().toEpochMilli() / (24 * HOUR), List.of())))));
      assertThat(weeks.getFirst().at()).isEqualTo(Instant.parse("2026-01-05T00:00:00Z"));
    }
  }

  @Test
  void emptyBucketsAreZero() throws Exception {
    TimeSpan span =
        new TimeSpan(
            Instant.ofEpochMilli(FIRST - 48 * HOUR), Instant.ofEpochMilli(FIRST + 24 * HOUR));
    try (UsageQueries queries = queries()) {
      List<Point> days = queries.series(new Rows(span, Filters.NONE), Bucket.DAY, List.of());

      assertThat(days).extracting(Point::rows).startsWith(0L, 0L).hasSize(3);
    }
  }

  @Test
  void percentilesAreNearestRank() throws Exception {
    List<Long> latencies =
        rows.stream().filter(r -> r.status().equals("ok")).map(QueryRow::latency).sorted().toList();
    int n = latencies.size();
    try (UsageQueries queries = queries()) {
      LatencyStat stat = queries.latency(ALL);

      assertThat(stat.n()).isEqualTo(n);
      assertThat(stat.p50()).isEqualTo(latencies.get((n + 1) / 2 - 1));
      assertThat(stat.p90()).isEqualTo(latencies.get((n * 90 + 99) / 100 - 1));
      assertThat(stat.p95()).isEqualTo(latencies.get((n * 95 + 99) / 100 - 1));
      assertThat(stat.p99()).isEqualTo(latencies.get((n * 99 + 99) / 100 - 1));
    }
  }

  @Test
  void errorsAreCountedByStatus() throws Exception {
    List<QueryRow> errors = rows.stream().filter(r -> r.status().equals("error")).toList();
    try (UsageQueries queries = queries()) {
      assertThat(queries.errors(ALL))
          .containsExactly(new ErrorStat("error", null, errors.size(), Usd.ofPico(spend(errors))));
    }
  }

  @Test
  void pagesGiveEveryRowOnce() throws Exception {
    List<Object> ids = new ArrayList<>();
    long[] after = {Long.MIN_VALUE, 0, 0};
    try (UsageQueries queries = queries()) {
      while (true) {
        List<UsageRow> page = queries.records(ALL, after, 700);
        page.forEach(row -> ids.add(row.fields().get("request_id")));
        if (page.size() < 700) {
          break;
        }
        UsageRow last = page.getLast();
        after = new long[] {last.at(), last.high(), last.low()};
      }
    }
    assertThat(ids).hasSize(3_000).doesNotHaveDuplicates();
  }

  @Test
  void ag34AQueryReadsNoOtherFile() throws Exception {
    Analytics analytics = new Analytics(1, folder.resolve("tmp"));
    Path secret = java.nio.file.Files.writeString(folder.resolve("secret.csv"), "a\n1\n");
    try (analytics;
        var connection = analytics.open(List.of(), List.of(), 1);
        var statement = connection.createStatement()) {
      org.assertj.core.api.Assertions.assertThatThrownBy(
              () -> statement.executeQuery("select * from read_csv('" + secret + "')"))
          .hasMessageContaining("Permission");
    }
  }

  private UsageQueries queries() throws InterruptedException {
    return usage.usage().open(usage.usage().now(user, "default"), "two");
  }

  private static BigInteger spend(List<QueryRow> rows) {
    return rows.stream()
        .filter(row -> row.model().equals("a"))
        .map(QueryRow::pico)
        .reduce(BigInteger.ZERO, BigInteger::add);
  }
}
