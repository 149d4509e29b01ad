package ai.netra.backend.store;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A unit's view of its transaction; used on one thread. */
final class SqliteTransaction implements Store.Transaction {

  private final JdbcClient sql;
  private final List<Runnable> afterCommit = new ArrayList<>();

  SqliteTransaction(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public JdbcClient sql() {
    return sql;
  }

  @Override
  public void afterCommit(Runnable action) {
    afterCommit.add(action);
  }

  List<Runnable> actions() {
    return afterCommit;
  }
}
