package ai.netra.backend.usage;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.backend.identity.UserKey;
import ai.netra.backend.store.OpenStore;
import ai.netra.backend.testing.SteppedClock;
import ai.netra.backend.testing.TestUsers;
import ai.netra.contract.usage.ImportView;
import ai.netra.contract.usage.RowError;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportTest {

  private static final String HEADER = "request_id,timestamp,model,input_tokens,output_tokens\n";
  private static final ImportOptions CSV =
      new ImportOptions(ImportOptions.Format.CSV, false, Map.of(), null, false);

  @TempDir Path folder;
  private final SteppedClock clock = new SteppedClock(Instant.parse("2026-02-03T10:00:00Z"));
  private OpenStore store;
  private OpenUsage usage;
  private UserKey user;

  @BeforeEach
  void open() {
    store = OpenStore.in(folder);
    user = TestUsers.add(store.store(), "alice");
    usage = OpenUsage.in(folder, store.store(), new NoPrices(), clock);
  }

  @AfterEach
  void close() throws Exception {
    usage.close();
    store.close();
  }

  @Test
  void dirtyGivesItsFourCountsAndTrueLineNumbers() {
    ImportView view = usage.csv(user, Dirty.file());

    assertThat(view.errorMessage()).isNull();
    assertThat(view.rowsInserted()).isEqualTo(44_000);
    assertThat(view.rowsDuplicate()).isEqualTo(4_000);
    assertThat(view.rowsConflict()).isEqualTo(1_000);
    assertThat(view.rowsRejected()).isEqualTo(1_000);
    assertThat(view.rowsRead()).isEqualTo(50_000);
    assertThat(view.firstErrors())
        .extracting(RowError::line)
        .containsExactlyElementsOf(Dirty.badLines().subList(0, 20));
    assertThat(rows()).isEqualTo(44_000);
  }

  @Test
  void knownBytesAreAnsweredWithTheirFirstImport() {
    ImportView first = usage.csv(user, Dirty.file());
    ImportView again = usage.csv(user, Dirty.file());

    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.duplicate()).isTrue();
    assertThat(rows()).isEqualTo(44_000);
  }

  @Test
  void anOverlappingFileAddsOnlyWhatIsNew() {
    usage.csv(user, HEADER + row("a", 1) + row("b", 2));

    ImportView view = usage.csv(user, HEADER + row("b", 2) + row("c", 3));

    assertThat(view.rowsInserted()).isEqualTo(1);
    assertThat(view.rowsDuplicate()).isEqualTo(1);
    assertThat(rows()).isEqualTo(3);
  }

  @Test
  void equalRowsWithoutAnIdAreKeptAsOftenAsTheFileHasThem() {
    String header = "timestamp,model,input_tokens,output_tokens\n";
    String row = "2026-01-05T00:00:00Z,m,1,1\n";
    usage.csv(user, header + row + row);

    ImportView view = usage.csv(user, header + row + row + row);

    assertThat(view.rowsInserted()).isEqualTo(1);
    assertThat(view.rowsDuplicate()).isEqualTo(2);
    assertThat(rows()).isEqualTo(3);
  }

  @Test
  void aConflictKeepsTheStoredRowAndReplaceTakesTheNewer() throws Exception {
    usage.csv(user, HEADER + row("a", 1) + row("b", 5));

    ImportView kept = usage.csv(user, HEADER + row("a", 2));
    assertThat(kept.rowsConflict()).isEqualTo(1);
    assertThat(inputTokens()).isEqualTo(6);

    ImportView replaced =
        usage.take(
            user,
            HEADER + row("a", 3),
            new ImportOptions(ImportOptions.Format.CSV, false, Map.of(), null, true));
    assertThat(replaced.rowsReplaced()).isEqualTo(1);
    assertThat(rows()).isEqualTo(2);
    assertThat(inputTokens()).isEqualTo(8);
  }

  @Test
  void everyFormatGivesTheSameRows() throws Exception {
    String jsonLines =
        """
        {"request_id":"a","timestamp":"2026-01-05T00:00:00Z","model":"m","input_tokens":1,"output_tokens":1}
        """;
    ImportOptions json =
        new ImportOptions(ImportOptions.Format.JSON_LINES, false, Map.of(), null, false);
    ImportOptions packed = new ImportOptions(ImportOptions.Format.CSV, true, Map.of(), null, false);
    usage.take(user, jsonLines, json);

    ImportView csv = usage.csv(user, "\uFEFF" + HEADER.replace("\n", "\r\n") + row("a", 1));
    ImportView gzip = usage.take(user, gzip((HEADER + row("a", 1)).replace(',', ';')), packed);

    assertThat(csv.rowsDuplicate()).isEqualTo(1);
    assertThat(gzip.rowsDuplicate()).isEqualTo(1);
    assertThat(rows()).isEqualTo(1);
  }

  @Test
  void quotedLineBreaksCountAsPhysicalLines() {
    String header = "request_id,timestamp,model,input_tokens,output_tokens,feature\n";
    String text =
        header
            + "a,2026-01-05T00:00:00Z,m,1,1,\"two\nlines\"\n"
            + "b,2026-01-05T00:00:00Z,m,x,1,f\n"
            + "c,2026-01-05T00:00:00Z,m,1,1,f\n";

    ImportView view = usage.csv(user, text);

    assertThat(view.firstErrors())
        .containsExactly(new RowError(4, "input_tokens", "integer 0..1000000000", "x"));
    assertThat(view.rowsInserted()).isEqualTo(2);
  }

  @Test
  void overHalfBadImportsNothing() {
    ImportView view = usage.csv(user, HEADER + row("a", 1) + "b,x,m,1,1\n" + "c,x,m,1,1\n");

    assertThat(view.state()).isEqualTo("failed");
    assertThat(view.errorCode()).isEqualTo("IMPORT_FAILED");
    assertThat(view.rowsRejected()).isEqualTo(2);
    assertThat(rows()).isZero();
  }

  @Test
  void columnsThatDoNotMapShowAPreview() {
    ImportView view = usage.csv(user, "time,model,prompt_tokens,input_tokens\n1,m,1,1\n");

    assertThat(view.state()).isEqualTo("failed");
    assertThat(view.errorMessage()).contains("input_tokens: one column");
    assertThat(view.preview()).hasSize(2);
  }

  @Test
  void aMappingWinsOverAliases() {
    ImportOptions mapped =
        new ImportOptions(
            ImportOptions.Format.CSV, false, Map.of("input_tokens", "prompt_tokens"), null, false);

    ImportView view =
        usage.take(
            user,
            "time,model,prompt_tokens,input_tokens,output_tokens\n1767571200,m,7,1,1\n",
            mapped);

    assertThat(view.state()).isEqualTo("completed");
    assertThat(view.ignoredColumns()).containsExactly("input_tokens");
  }

  @Test
  void textOfPromptsIsDroppedAndOnlyItsHashStays() throws Exception {
    String header = "request_id,timestamp,model,input_tokens,output_tokens,prompt\n";

    ImportView view = usage.csv(user, header + "a,2026-01-05T00:00:00Z,m,1,1,secretprompt\n");

    assertThat(view.ignoredColumns()).containsExactly("prompt");
    assertThat(profile().hashed()).isEqualTo(1);
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .doesNotContain("secretprompt");
      }
    }
  }

  @Test
  void overThePlansRowsAnImportFailsWhole() {
    usage.close();
    usage = OpenUsage.in(folder, store.store(), new NoPrices(), clock, 2);

    ImportView view = usage.csv(user, HEADER + row("a", 1) + row("b", 1) + row("c", 1));

    assertThat(view.state()).isEqualTo("failed");
    assertThat(view.errorMessage()).contains("at most 2");
    assertThat(rows()).isZero();
  }

  @Test
  void ag15OverlappingImportsAtOnceKeepEveryIdOnce() throws Exception {
    for (int file = 0; file < 4; file++) {
      StringBuilder text = new StringBuilder(HEADER);
      for (int i = file * 100; i < file * 100 + 200; i++) {
        text.append(row("r" + i, 1));
      }
      usage.receive(user, text.toString());
    }

    usage.runWaitingAtOnce();

    assertThat(rows()).isEqualTo(500);
    assertThat(inputTokens()).isEqualTo(500);
  }

  @Test
  void aStoppedImportShowsNoRowAndIsCompletedByTheNextStart() throws Exception {
    Path file = Files.writeString(folder.resolve("upload"), HEADER + row("a", 1));
    String id = usage.imports().take(user, "default", CSV, file).view().id();
    assertThat(rows()).isZero();
    usage.close();
    usage = OpenUsage.in(folder, store.store(), new NoPrices(), clock);

    usage.imports().resume();
    usage.runWaiting();

    assertThat(usage.imports().row(user, id).state()).isEqualTo("completed");
    assertThat(rows()).isEqualTo(1);
  }

  private long rows() {
    return usage.usage().extent(usage.usage().now(user, "default")).map(Extent::rows).orElse(0L);
  }

  private long inputTokens() throws Exception {
    try (UsageQueries queries = usage.usage().open(usage.usage().now(user, "default"), "none")) {
      return queries.totals(new Rows(TimeSpan.ALL, Filters.NONE)).tokens().input();
    }
  }

  private Profile profile() throws Exception {
    try (UsageQueries queries = usage.usage().open(usage.usage().now(user, "default"), "none")) {
      return queries.profile(new Rows(TimeSpan.ALL, Filters.NONE));
    }
  }

  private static String row(String id, int input) {
    return id + ",2026-01-05T00:00:00Z,m," + input + ",1\n";
  }

  private static byte[] gzip(String text) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
