package ai.netra.backend.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.netra.backend.service.Receipt;
import ai.netra.backend.service.Receipts;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;

/** What every engine's store must do. The schema is the product's own. */
abstract class StoreContract {

  abstract Store store();

  @Test
  void aUnitIsSeenByTheNextReader() {
    put("a", "1");

    assertThat(value("a")).isEqualTo("1");
  }

  @Test
  void aUnitThatThrowsLeavesNothingAndTakesNobodyWithIt() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    List<Future<?>> good = new ArrayList<>();
    List<Future<?>> bad = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 50; i++) {
        String name = "n" + i;
        good.add(
            threads.submit(
                () -> {
                  go.await();
                  put(name, "good");
                  return name;
                }));
        bad.add(
            threads.submit(
                () -> {
                  go.await();
                  return store()
                      .<Integer>write(
                          transaction -> {
                            insert(transaction, "bad-" + name, "bad");
                            throw new IllegalStateException("thrown on purpose");
                          });
                }));
      }
      go.countDown();
      for (Future<?> each : good) {
        each.get(10, TimeUnit.SECONDS);
      }
      for (Future<?> each : bad) {
        assertThatThrownBy(() -> each.get(10, TimeUnit.SECONDS))
            .hasRootCauseMessage("thrown on purpose");
      }
    }
    assertThat(count("good")).isEqualTo(50);
    assertThat(count("bad")).isZero();
  }

  @Test
  void theCallerGetsTheUnitsOwnException() {
    assertThatThrownBy(
            () ->
                store()
                    .write(
                        transaction -> {
                          throw new IllegalStateException("thrown on purpose");
                        }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("thrown on purpose");
  }

  @Test
  void aTakenKeyIsTold() {
    put("taken", "1");

    assertThatThrownBy(() -> put("taken", "2")).isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  void aBrokenConstraintIsTold() {
    assertThatThrownBy(
            () ->
                store()
                    .write(
                        transaction ->
                            transaction
                                .sql()
                                .sql("insert into leases (name) values (null)")
                                .update()))
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void afterCommitRunsOnceAndNeverForWhatWasRolledBack() {
    List<String> told = new java.util.concurrent.CopyOnWriteArrayList<>();
    store()
        .write(
            transaction -> {
              transaction.afterCommit(() -> told.add("kept"));
              return 1;
            });
    assertThatThrownBy(
            () ->
                store()
                    .write(
                        transaction -> {
                          transaction.afterCommit(() -> told.add("lost"));
                          throw new IllegalStateException("thrown on purpose");
                        }))
        .isInstanceOf(IllegalStateException.class);
    put("barrier", "1");

    assertThat(told).containsExactly("kept");
  }

  @Test
  void submittedUnitsKeepTheirOrder() {
    for (int i = 0; i < 300; i++) {
      String name = "s" + i;
      store().submit(transaction -> insert(transaction, name, "submitted"));
    }
    put("last", "1");

    assertThat(count("submitted")).isEqualTo(300);
  }

  @Test
  void aReceiptTellsWhatWasCommittedAndNothingElse() {
    Receipt receipt = new Receipt();
    ScopedValue.where(Receipts.CURRENT, receipt)
        .run(
            () -> {
              put("told", "1");
              assertThatThrownBy(() -> put("told", "2")).isInstanceOf(DuplicateKeyException.class);
            });

    assertThat(receipt.stored()).containsExactly(new Receipt.Stored("fact", "told", "created"));
  }

  @Test
  void aReadIsOneSnapshot() throws InterruptedException, ExecutionException {
    put("before", "snapshot");
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      long seen =
          store()
              .read(
                  transaction -> {
                    long first = countIn(transaction, "snapshot");
                    join(threads.submit(() -> put("between", "snapshot")));
                    return first + 10 * countIn(transaction, "snapshot");
                  });
      assertThat(seen).isEqualTo(11);
    }
  }

  private static void join(Future<?> future) {
    try {
      future.get(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private void put(String name, String value) {
    store().write(transaction -> insert(transaction, name, value));
  }

  private static int insert(Store.Transaction transaction, String name, String value) {
    Receipts.stored("fact", name, "created");
    return transaction
        .sql()
        .sql("insert into store_facts (name, value) values (:name, :value)")
        .param("name", name)
        .param("value", value)
        .update();
  }

  private String value(String name) {
    return store()
        .read(
            transaction ->
                transaction
                    .sql()
                    .sql("select value from store_facts where name = :name")
                    .param("name", name)
                    .query(String.class)
                    .single());
  }

  private long count(String value) {
    return store().read(transaction -> countIn(transaction, value));
  }

  private static long countIn(Store.Transaction transaction, String value) {
    return transaction
        .sql()
        .sql("select count(*) from store_facts where value = :value")
        .param("value", value)
        .query(Long.class)
        .single();
  }
}
