package ai.netra.auth.store;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The service's database. Nobody else opens a connection. Safe for many threads. */
public interface Store {

  /**
   * Runs a unit as one transaction and returns after its commit. Units of several callers are
   * committed in groups, each in a savepoint of its own: one that throws takes nobody with it.
   *
   * @throws StoreFailure when the database does not answer
   */
  <T> T write(Unit<T> unit);

  /** As {@link #write}, for a unit without an answer. */
  default void change(Change change) {
    var _ =
        write(
            transaction -> {
              change.run(transaction);
              return true;
            });
  }

  /**
   * Runs short reads in one snapshot.
   *
   * @throws StoreFailure when the database does not answer
   */
  <T> T read(Read<T> read);

  /** A unit of work: it travels whole, so it must not wait for anything but the database. */
  @FunctionalInterface
  interface Unit<T> {
    T run(Transaction transaction);
  }

  /** A unit without an answer. */
  @FunctionalInterface
  interface Change {
    void run(Transaction transaction);
  }

  /** Reads of one snapshot. */
  @FunctionalInterface
  interface Read<T> {
    T run(JdbcClient sql);
  }

  /** What a unit may do. */
  interface Transaction {

    JdbcClient sql();

    /** Notes a write for the receipt of the request; it is told once the unit is committed. */
    void stored(String entity, String id, String operation);

    /** Called once after the commit, on the writer's thread: only to hand something on. */
    void afterCommit(Runnable action);
  }
}
