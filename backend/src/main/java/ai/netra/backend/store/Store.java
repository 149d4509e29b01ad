package ai.netra.backend.store;

import java.security.SecureRandom;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The service's database. Nobody else opens a connection. Safe for use by many threads. */
public interface Store {

  /**
   * Runs a unit as one transaction and returns after its commit. Units of several callers are
   * committed in groups, each in a savepoint of its own: one that throws takes nobody with it.
   * Within a unit no other unit is visible half done.
   *
   * @throws ai.netra.backend.service.Refused with STORE_UNAVAILABLE when the database does not
   *     answer
   */
  <T> T write(Unit<T> unit);

  /**
   * As {@link #write}, but returns at once; {@code afterCommit} callbacks tell when it holds. Order
   * is kept.
   */
  void submit(Unit<?> unit);

  /** Runs short reads on a reader's connection, all in one snapshot. */
  <T> T read(Unit<T> unit);

  /** 32 secret bytes of this name, made at the first call and the same ever after. */
  default byte[] secret(String name, SecureRandom random) {
    return KeptSecret.of(this, name, random);
  }

  /** A unit of work: it travels whole, so it must not wait for anything but the database. */
  @FunctionalInterface
  interface Unit<T> {
    T run(Transaction transaction);
  }

  /** What a unit may do. */
  interface Transaction {

    JdbcClient sql();

    /**
     * Called once after the commit, on the writer's thread: only to hand something on. Not called
     * on a roll-back.
     */
    void afterCommit(Runnable action);
  }
}
