package ai.netra.backend.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class AnalyticsTest {

  private static final String ENDLESS =
      "select sum(hash(a.range * b.range)) from range(10000000) a, range(10000000) b";

  @TempDir Path folder;

  @Test
  void ag7AnInterruptStopsTheStatementAndFreesItsThread() throws Exception {
    try (Analytics analytics = new Analytics(1, folder);
        Connection connection = analytics.open(List.of(), List.of(), 1);
        Statement statement = connection.createStatement()) {
      CountDownLatch begun = new CountDownLatch(1);
      AtomicReference<Throwable> ended = new AtomicReference<>();
      Thread caller =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      analytics.call(
                          "endless",
                          () -> {
                            begun.countDown();
                            return statement.execute(ENDLESS);
                          },
                          () -> cancel(statement));
                    } catch (InterruptedException e) {
                      ended.set(e);
                    }
                  });
      begun.await();
      caller.interrupt();
      caller.join();

      assertThat(ended.get()).isInstanceOf(InterruptedException.class);
      assertThat(analytics.call("next", () -> 1, () -> {})).isEqualTo(1);
    }
  }

  @Test
  void aFailedStatementNamesItsQuery() {
    try (Analytics analytics = new Analytics(1, folder)) {
      assertThatThrownBy(
              () ->
                  analytics.call(
                      "query Q1",
                      () -> {
                        throw new SQLException("no such column");
                      },
                      () -> {}))
          .isInstanceOf(QueryFailed.class)
          .hasMessage("query Q1: no such column");
    }
  }

  private static void cancel(Statement statement) {
    try {
      statement.cancel();
    } catch (SQLException e) {
      throw new IllegalStateException("a statement that cannot be cancelled", e);
    }
  }
}
