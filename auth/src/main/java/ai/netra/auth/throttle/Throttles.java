package ai.netra.auth.throttle;

import ai.netra.auth.service.Throttling;
import ai.netra.auth.service.Throttling.Rate;
import ai.netra.auth.store.Store;
import ai.netra.auth.store.Store.Transaction;
import ai.netra.auth.web.Refused;
import ai.netra.contract.error.ErrorCode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Counts failures and requests and refuses what is too much, for unknown accounts too; nothing here
 * disables an account. Safe for many threads.
 */
public final class Throttles {

  private final Store store;
  private final Throttling limits;
  private final Clock clock;

  Throttles(Store store, Throttling limits, Clock clock) {
    this.store = store;
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * Refuses where too many sign-ins have failed.
   *
   * @param account the key of the address, known or not
   */
  public void checkLogin(String account, String ip) {
    refuse(List.of(accountIp(account, ip), Guard.ACCOUNT.key(account), ipKey(ip)));
  }

  /** Counts a failed sign-in. */
  public void loginFailed(Transaction transaction, String account, String ip) {
    count(transaction, Guard.ACCOUNT_IP, accountIp(account, ip));
    count(transaction, Guard.ACCOUNT, Guard.ACCOUNT.key(account));
    count(transaction, Guard.IP, ipKey(ip));
  }

  /** Forgets the failures of an account from an address. */
  public void loginSucceeded(Transaction transaction, String account, String ip) {
    int _ =
        transaction
            .sql()
            .sql("DELETE FROM throttles WHERE key = :key")
            .param("key", accountIp(account, ip))
            .update();
  }

  /** Counts a registration, and refuses it where it is one too many. */
  public void registration(String ip) {
    countedRequest(Guard.REGISTER_IP, ip);
  }

  /** Counts a token request, and refuses it where it is one too many. */
  public void tokenRequest(String ip) {
    countedRequest(Guard.TOKEN_IP, ip);
  }

  /** Refuses where too many wrong test keys came. */
  public void checkTestKey(String ip) {
    refuse(List.of(Guard.E2E_IP.key(network(ip))));
  }

  /** Counts a wrong test key. */
  public void testKeyFailed(Transaction transaction, String ip) {
    count(transaction, Guard.E2E_IP, Guard.E2E_IP.key(network(ip)));
  }

  private static String accountIp(String account, String ip) {
    return Guard.ACCOUNT_IP.key(account, network(ip));
  }

  private static String ipKey(String ip) {
    return Guard.IP.key(network(ip));
  }

  private static String network(String ip) {
    return Networks.of(ip);
  }

  private void countedRequest(Guard guard, String ip) {
    String key = guard.key(network(ip));
    refuse(List.of(key));
    long count = store.write(transaction -> raise(transaction, guard, key));
    int most = guard.rate(limits).count();
    if (count > most) {
      store.change(transaction -> block(transaction, key, guard.waitMillis(0)));
      throw tooMany(guard.waitMillis(0));
    }
  }

  private void refuse(List<String> keys) {
    long now = clock.millis();
    List<Long> blocked =
        store.read(
            sql ->
                sql.sql(
                        """
                        SELECT blocked_until FROM throttles
                        WHERE key IN (:keys) AND blocked_until > :now
                        ORDER BY blocked_until DESC
                        """)
                    .param("keys", keys)
                    .param("now", now)
                    .query(Long.class)
                    .list());
    if (!blocked.isEmpty()) {
      throw tooMany(blocked.getFirst() - now);
    }
  }

  private static Refused tooMany(long millis) {
    return Refused.until(
        ErrorCode.RATE_LIMITED, "requests: too many, come again later", Duration.ofMillis(millis));
  }

  private void count(Transaction transaction, Guard guard, String key) {
    long failures = raise(transaction, guard, key);
    long beyond = failures - guard.rate(limits).count();
    if (beyond >= 0) {
      block(transaction, key, guard.waitMillis(beyond));
    }
  }

  private long raise(Transaction transaction, Guard guard, String key) {
    Rate rate = guard.rate(limits);
    return transaction
        .sql()
        .sql(
            """
            INSERT INTO throttles (key, failures, window_from) VALUES (:key, 1, :now)
            ON CONFLICT (key) DO UPDATE SET
              failures = CASE WHEN throttles.window_from <= :oldest
                THEN 1 ELSE throttles.failures + 1 END,
              window_from = CASE WHEN throttles.window_from <= :oldest
                THEN excluded.window_from ELSE throttles.window_from END
            RETURNING failures
            """)
        .param("key", key)
        .param("now", clock.millis())
        .param("oldest", clock.millis() - rate.window().toMillis())
        .query(Long.class)
        .single();
  }

  private void block(Transaction transaction, String key, long millis) {
    int _ =
        transaction
            .sql()
            .sql("UPDATE throttles SET blocked_until = :until WHERE key = :key")
            .param("until", clock.millis() + millis)
            .param("key", key)
            .update();
  }

  /** Deletes rows whose window and block are long over. */
  void tidy(Transaction transaction) {
    long dayAgo = clock.millis() - Duration.ofDays(1).toMillis();
    int _ =
        transaction
            .sql()
            .sql(
                """
                DELETE FROM throttles
                WHERE window_from < :old AND (blocked_until IS NULL OR blocked_until < :old)
                """)
            .param("old", dayAgo)
            .update();
  }
}
