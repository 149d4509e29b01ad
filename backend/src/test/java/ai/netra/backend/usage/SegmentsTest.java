package ai.netra.backend.usage;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.backend.identity.UserKey;
import ai.netra.backend.store.OpenStore;
import ai.netra.backend.testing.SteppedClock;
import ai.netra.backend.testing.TestUsers;
import ai.netra.contract.usage.ImportView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of segments after they came in. */
class SegmentsTest {

  private static final String HEADER = "request_id,timestamp,model,input_tokens,output_tokens\n";

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
  void aDeletedImportLeavesEverySumAndItsBytesMayComeAgain() throws Exception {
    usage.csv(user, HEADER + row("a", 1));
    ImportView second = usage.csv(user, HEADER + row("b", 2));

    usage.imports().delete(user, second.id());

    assertThat(inputTokens()).isEqualTo(1);
    assertThat(usage.csv(user, HEADER + row("b", 2)).rowsInserted()).isEqualTo(1);
  }

  @Test
  void aPinnedSnapshotAnswersTheSameAfterADeletion() throws Exception {
    ImportView first = usage.csv(user, HEADER + row("a", 1));
    DatasetAt pinned = usage.usage().now(user, "default");

    usage.imports().delete(user, first.id());

    try (UsageQueries queries = usage.usage().open(pinned, "none")) {
      assertThat(queries.totals(new Rows(TimeSpan.ALL, Filters.NONE)).rows()).isEqualTo(1);
    }
  }

  @Test
  void rowsOfAWindowAreDeletedFromWithinASegment() throws Exception {
    usage.csv(
        user,
        HEADER
            + "a,2026-01-05T00:00:00Z,m,1,1\n"
            + "b,2026-01-06T00:00:00Z,m,2,1\n"
            + "c,2026-01-07T00:00:00Z,m,4,1\n");

    long deleted =
        usage
            .imports()
            .deleteRows(
                user,
                "default",
                new TimeSpan(
                    Instant.parse("2026-01-06T00:00:00Z"), Instant.parse("2026-01-07T00:00:00Z")));

    assertThat(deleted).isEqualTo(1);
    assertThat(inputTokens()).isEqualTo(5);
  }

  @Test
  void st24ADamagedSegmentFailsByName() throws Exception {
    usage.csv(user, HEADER + row("a", 1));
    Path blob;
    try (var files = Files.list(folder.resolve("blobs/usage"))) {
      blob = files.findFirst().orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(blob);
    bytes[bytes.length / 2] ^= 1;
    Files.write(blob, bytes);

    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> usage.usage().open(usage.usage().now(user, "default"), "none"))
        .isInstanceOf(QueryFailed.class)
        .hasMessageContaining("segment seg_");
  }

  @Test
  void removedBlobsGoAfterAnHourAndOrphansAfterADay() throws Exception {
    ImportView view = usage.csv(user, HEADER + row("a", 1));
    usage.imports().delete(user, view.id());
    BlobSweep sweep = new BlobSweep(store.store(), usage.blobs(), clock);
    sweep.sweep();
    assertThat(blobCount()).isEqualTo(1);

    clock.advance(Duration.ofMinutes(61));
    sweep.sweep();

    assertThat(blobCount()).isZero();
    sweep.close();
  }

  private long blobCount() throws Exception {
    try (var files = Files.list(folder.resolve("blobs/usage"))) {
      return files.count();
    }
  }

  private long inputTokens() throws Exception {
    try (UsageQueries queries = usage.usage().open(usage.usage().now(user, "default"), "none")) {
      return queries.totals(new Rows(TimeSpan.ALL, Filters.NONE)).tokens().input();
    }
  }

  private static String row(String id, int input) {
    return id + ",2026-01-05T00:00:00Z,m," + input + ",1\n";
  }
}
