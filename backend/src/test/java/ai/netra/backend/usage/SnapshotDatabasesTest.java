package ai.netra.backend.usage;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.backend.usage.SnapshotDatabases.Database;
import ai.netra.backend.usage.SnapshotDatabases.Snapshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotDatabasesTest {

  private static final Snapshot NOTHING = new Snapshot(List.of(), "a");

  @TempDir Path folder;
  private Analytics analytics;
  private SnapshotDatabases databases;

  @BeforeEach
  void open() {
    analytics = new Analytics(1, folder);
    databases = new SnapshotDatabases(analytics, new NoPrices());
  }

  @AfterEach
  void close() {
    databases.close();
    analytics.close();
  }

  @Test
  void theNextStepGetsTheDatabaseOfTheOneBefore() throws Exception {
    Database first = databases.borrow(NOTHING);
    databases.giveBack(first);

    assertThat(databases.borrow(new Snapshot(List.of(), "a"))).isSameAs(first);
  }

  @Test
  void twoAtOnceAndOtherSnapshotsGetTheirOwn() throws Exception {
    Database first = databases.borrow(NOTHING);
    Database second = databases.borrow(NOTHING);
    databases.giveBack(first);

    assertThat(second).isNotSameAs(first);
    assertThat(databases.borrow(new Snapshot(List.of(), "b"))).isNotSameAs(first);
  }

  @Test
  void whatBrokeIsClosedAndNotGivenAgain() throws Exception {
    Database first = databases.borrow(NOTHING);
    databases.drop(first);

    assertThat(first.connection().isClosed()).isTrue();
    assertThat(databases.borrow(NOTHING)).isNotSameAs(first);
  }

  @Test
  void aFewAreKeptAndTheOneUnusedForLongestIsClosed() throws Exception {
    List<Database> opened = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      opened.add(databases.borrow(new Snapshot(List.of(), "c" + i)));
    }
    opened.forEach(databases::giveBack);

    assertThat(opened.getFirst().connection().isClosed()).isTrue();
    assertThat(opened.get(1).connection().isClosed()).isFalse();
    databases.close();
    assertThat(opened).allSatisfy(each -> assertThat(each.connection().isClosed()).isTrue());
  }

  @Test
  void aDatabaseThatComesBackAfterTheEndIsClosed() throws Exception {
    Database late = databases.borrow(NOTHING);
    databases.close();
    databases.giveBack(late);

    assertThat(late.connection().isClosed()).isTrue();
  }
}
