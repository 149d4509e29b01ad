package ai.netra.auth.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteStoreTest {

  @TempDir Path folder;
  private SqliteStore store;

  @BeforeEach
  void open() {
    store = new SqliteStore(folder.resolve("a.db"));
    store.migrate();
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static long raise(Store.Transaction transaction) {
    return transaction
        .sql()
        .sql("UPDATE feed_head SET seq = seq + 1 RETURNING seq")
        .query(Long.class)
        .single();
  }

  private long head() {
    return store.read(sql -> sql.sql("SELECT seq FROM feed_head").query(Long.class).single());
  }

  @Test
  void unitsOfManyThreadsAreAllCommittedOneByOne() {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 200; i++) {
        var _ = threads.submit(() -> store.write(SqliteStoreTest::raise));
      }
    }

    assertThat(head()).isEqualTo(200);
  }

  @Test
  void aUnitThatThrowsTakesNothingAndNobodyWithIt() {
    assertThatThrownBy(
            () ->
                store.change(
                    transaction -> {
                      long _ = raise(transaction);
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");
    store.change(transaction -> assertThat(raise(transaction)).isEqualTo(1));

    assertThat(head()).isEqualTo(1);
  }

  @Test
  void writesAreToldToTheRequestOnlyAfterTheirCommit() {
    List<Stored> told = new ArrayList<>();
    List<String> after = new ArrayList<>();

    Commits.<RuntimeException>listening(
        told::addAll,
        () -> {
          store.change(
              transaction -> {
                transaction.stored("thing", "1", "created");
                transaction.afterCommit(() -> after.add("called"));
                assertThat(told).isEmpty();
              });
          return null;
        });

    assertThat(told).containsExactly(new Stored("thing", "1", "created"));
    assertThat(after).containsExactly("called");
  }

  @Test
  void aBrokenStatementIsAStoreFailure() {
    assertThatThrownBy(
            () -> store.read(sql -> sql.sql("SELECT nothing").query(Long.class).single()))
        .isInstanceOf(StoreFailure.class);
    assertThat(head()).isZero();
  }

  @Test
  void aSecondStoreOnTheFileIsRefused() {
    SqliteStore second = new SqliteStore(folder.resolve("a.db"));

    assertThatThrownBy(second::migrate).isInstanceOf(RuntimeException.class);
  }
}
