package ai.netra.auth.feed;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.auth.service.Ids;
import ai.netra.auth.store.SqliteStore;
import ai.netra.auth.support.Room;
import ai.netra.auth.support.SteppedClock;
import ai.netra.contract.auth.FeedEvent;
import ai.netra.contract.auth.FeedPage;
import ai.netra.contract.auth.RevocationSnapshot;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FeedReaderTest {

  @TempDir Path folder;
  private final SteppedClock clock = new SteppedClock();
  private final FeedSignal signal = new FeedSignal();
  private final Feed feed = new Feed(clock, Ids.secure(), Duration.ofSeconds(60), signal);
  private SqliteStore store;
  private FeedReader reader;

  @BeforeEach
  void open() {
    store = Room.store(folder);
    reader = new FeedReader(store, signal, clock);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void append(FeedKind kind, Feed.Subject subject) {
    store.change(transaction -> feed.append(transaction, kind, subject));
  }

  @Test
  void eventsHaveNoGapsAndPagesGoOn() {
    for (int i = 0; i < 5; i++) {
      append(FeedKind.SESSION_REVOKED, Feed.Subject.session("u_1", "sid" + i));
    }

    FeedPage page = reader.after(1, 3, Duration.ZERO);

    assertThat(page.events()).extracting(FeedEvent::seq).containsExactly(2L, 3L, 4L);
    assertThat(page.lastSeq()).isEqualTo(5);
    assertThat(reader.after(0, 500, Duration.ZERO).events())
        .extracting(FeedEvent::seq)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 5).boxed().toList());
  }

  @Test
  void theSnapshotForgetsWhatNoTokenCanSayAnyMore() {
    append(FeedKind.GRANT_REVOKED, Feed.Subject.grant("u_1", "g_1"));
    append(FeedKind.ACCOUNT_UPDATED, Feed.Subject.account("u_1"));

    RevocationSnapshot now = reader.snapshot();
    clock.step(Duration.ofSeconds(3_661));
    RevocationSnapshot later = reader.snapshot();

    assertThat(now.entries())
        .containsExactly(
            new RevocationSnapshot.Entry("grant.revoked", "g_1", null, "2026-01-05T11:01:00.000Z"));
    assertThat(now.seq()).isEqualTo(2);
    assertThat(later.entries()).isEmpty();
  }

  @Test
  void aClosedSignalLetsNobodyWait() {
    signal.close();

    assertThat(reader.after(0, 500, Duration.ofSeconds(20)).events()).isEmpty();
  }

  @Test
  void theKindsOfTheWireAreUnderstood() {
    for (FeedKind kind : FeedKind.values()) {
      assertThat(FeedKind.of(kind.wireName())).isEqualTo(kind);
    }
  }
}
