package ai.netra.auth.login;

import ai.netra.auth.accounts.Account;
import ai.netra.auth.accounts.Accounts;
import ai.netra.auth.accounts.EmailAddress;
import ai.netra.auth.audit.Audit;
import ai.netra.auth.audit.AuditEvent;
import ai.netra.auth.sessions.Sessions;
import ai.netra.auth.sessions.SignIn;
import ai.netra.auth.store.Store;
import ai.netra.auth.store.Store.Transaction;
import ai.netra.auth.throttle.HashPool;
import ai.netra.auth.throttle.Throttles;
import java.util.Optional;
import org.springframework.util.function.SingletonSupplier;

/**
 * Signs in by password. An unknown address costs one hash too; throttles answer before hashing, and
 * once more inside the slot, so that no burst gets more tries than the limit.
 */
final class PasswordLogin {

  private final Store store;
  private final Accounts accounts;
  private final Throttles throttles;
  private final HashPool pool;
  private final Hashes hashes;
  private final Audit audit;
  private final SingletonSupplier<String> dummy;

  PasswordLogin(Rooms rooms, Hashes hashes, Audit audit) {
    this.store = rooms.store();
    this.accounts = rooms.accounts();
    this.throttles = rooms.throttles();
    this.pool = rooms.pool();
    this.hashes = hashes;
    this.audit = audit;
    this.dummy = SingletonSupplier.of(() -> hashes.hash("nobody has this password"));
  }

  /** What signing in needs of other rooms. */
  record Rooms(
      Store store, Accounts accounts, Sessions sessions, Throttles throttles, HashPool pool) {}

  /** What a right password opens, in the transaction that notes the sign-in. */
  @FunctionalInterface
  interface Opening<T> {
    T open(Transaction transaction, Account account);
  }

  /** Someone who tries: the key of the address, and how they would sign in. */
  private record Attempt(String key, SignIn signIn) {
    String ip() {
      return Optional.ofNullable(signIn.origin().ip()).orElse("");
    }
  }

  /**
   * Tries a password.
   *
   * @param address as it was typed; one that is no address is unknown
   */
  <T> LoginOutcome<T> login(String address, String password, SignIn signIn, Opening<T> opening) {
    Optional<EmailAddress> email = EmailAddress.of(address);
    Attempt attempt = new Attempt(email.map(EmailAddress::key).orElse(address), signIn);
    throttles.checkLogin(attempt.key(), attempt.ip());
    Optional<Account> account =
        email.flatMap(known -> store.read(sql -> accounts.byEmail(sql, known)));
    String hash = account.flatMap(Account::passwordHash).orElseGet(dummy);
    return pool.run(
        () -> {
          throttles.checkLogin(attempt.key(), attempt.ip());
          boolean right = hashes.matches(password, hash) && account.isPresent();
          Optional<String> stronger =
              right && hashes.weak(hash) ? Optional.of(hashes.hash(password)) : Optional.empty();
          return store.write(
              transaction -> {
                if (!right) {
                  wrong(transaction, account, attempt);
                  return new LoginOutcome.Rejected<>();
                }
                Right proven = new Right(account.get(), stronger, attempt);
                return right(transaction, proven, opening);
              });
        });
  }

  /** An account whose password was shown, as it was read before the slot. */
  private record Right(Account seen, Optional<String> stronger, Attempt attempt) {}

  /** Whether a password is that of an account; counted and throttled as a sign-in. */
  boolean confirm(Account account, String password, SignIn signIn) {
    Attempt attempt = new Attempt(account.email(), signIn);
    throttles.checkLogin(attempt.key(), attempt.ip());
    String hash = account.passwordHash().orElseGet(dummy);
    boolean right =
        pool.run(() -> hashes.matches(password, hash) && account.passwordHash().isPresent());
    if (!right) {
      store.change(transaction -> wrong(transaction, Optional.of(account), attempt));
    }
    return right;
  }

  private <T> LoginOutcome<T> right(Transaction transaction, Right proven, Opening<T> opening) {
    Attempt attempt = proven.attempt();
    Account seen = proven.seen();
    Account account = accounts.byId(transaction.sql(), seen.id()).orElse(seen);
    if (!account.passwordHash().equals(seen.passwordHash())
        || account.state() == Account.State.DELETING) {
      wrong(transaction, Optional.of(account), attempt);
      return new LoginOutcome.Rejected<>();
    }
    throttles.loginSucceeded(transaction, attempt.key(), attempt.ip());
    if (!account.active()) {
      write(transaction, Result.DISABLED, Optional.of(account), attempt.signIn());
      return new LoginOutcome.Disabled<>();
    }
    proven.stronger().ifPresent(hash -> accounts.password(transaction, account.id(), hash));
    write(transaction, Result.DONE, Optional.of(account), attempt.signIn());
    return new LoginOutcome.SignedIn<>(opening.open(transaction, account));
  }

  private void wrong(Transaction transaction, Optional<Account> account, Attempt attempt) {
    throttles.loginFailed(transaction, attempt.key(), attempt.ip());
    write(transaction, Result.REFUSED, account, attempt.signIn());
  }

  /** How the audit list names what came of it. */
  private enum Result {
    DONE("login.succeeded", "done"),
    DISABLED("login.failed", "disabled"),
    REFUSED("login.failed", "refused");

    private final String kind;
    private final String outcome;

    Result(String kind, String outcome) {
      this.kind = kind;
      this.outcome = outcome;
    }
  }

  private void write(
      Transaction transaction, Result result, Optional<Account> account, SignIn signIn) {
    audit.write(
        transaction,
        new AuditEvent(
            result.kind,
            result.outcome,
            new AuditEvent.Subject(account.map(Account::id).orElse(null), signIn.clientId(), null),
            signIn.origin(),
            "password"));
  }
}
