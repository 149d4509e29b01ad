package ai.netra.auth.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One unit on its way through the writer; run by the writer's thread, awaited by its caller. */
final class Work<T> {

  private final Store.Unit<T> unit;
  private final CompletableFuture<T> done = new CompletableFuture<>();
  private final List<Stored> writes = new ArrayList<>();
  private final List<Runnable> afterCommit = new ArrayList<>();
  private @Nullable T result;
  private @Nullable RuntimeException thrown;

  Work(Store.Unit<T> unit) {
    this.unit = unit;
  }

  /** What the unit throws ends this unit alone; what the connection throws ends the group. */
  void run(Connection connection, JdbcClient sql) throws SQLException {
    Savepoint savepoint = connection.setSavepoint();
    try {
      result = unit.run(new Open(sql));
      connection.releaseSavepoint(savepoint);
    } catch (RuntimeException e) {
      connection.rollback(savepoint);
      writes.clear();
      afterCommit.clear();
      thrown = e instanceof DataAccessException ? new StoreFailure("a write failed", e) : e;
    }
  }

  void committed() {
    if (thrown != null) {
      done.completeExceptionally(thrown);
      return;
    }
    afterCommit.forEach(Runnable::run);
    done.complete(result);
  }

  void fail(StoreFailure failure) {
    done.completeExceptionally(failure);
  }

  T await() {
    try {
      return done.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreFailure("interrupted while a write waited", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new StoreFailure("a write failed", e);
    }
  }

  List<Stored> writes() {
    return writes;
  }

  private final class Open implements Store.Transaction {

    private final JdbcClient sql;

    Open(JdbcClient sql) {
      this.sql = sql;
    }

    @Override
    public JdbcClient sql() {
      return sql;
    }

    @Override
    public void stored(String entity, String id, String operation) {
      writes.add(new Stored(entity, id, operation));
    }

    @Override
    public void afterCommit(Runnable action) {
      afterCommit.add(action);
    }
  }
}
