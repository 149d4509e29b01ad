package ai.netra.auth.login;

import ai.netra.auth.accounts.Account;
import ai.netra.auth.accounts.Accounts;
import ai.netra.auth.accounts.EmailAddress;
import ai.netra.auth.accounts.Role;
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
  private final Sessions sessions;
  private final Throttles throttles;
  private final HashPool pool;
  private final Hashes hashes;
  private final Audit audit;
  private final SingletonSupplier<String> dummy;

  PasswordLogin(Rooms rooms, Hashes hashes, Audit audit) {
    this.store = rooms.store();
    this.accounts = rooms.accounts();
    this.sessions = rooms.sessions();
    this.throttles = rooms.throttles();
    this.pool = rooms.pool();
    this.hashes = hashes;
    this.audit = audit;
    this.dummy = SingletonSupplier.of(() -> hashes.hash("nobody has this password"));
  }

  /** What signing in needs of other rooms. */
  record Rooms(
      Store store, Accounts accounts, Sessions sessions, Throttles throttles, HashPool pool) {}

  /**
   * Tries a password.
   *
   * @param address as it was typed; one that is no address is unknown
   */
  LoginOutcome login(String address, String password, SignIn signIn) {
    Optional<EmailAddress> email = EmailAddress.of(address);
    String key = email.map(EmailAddress::key).orElse(address);
    String ip = Optional.ofNullable(signIn.origin().ip()).orElse("");
    throttles.checkLogin(key, ip);
    Optional<Account> account =
        email.flatMap(known -> store.read(sql -> accounts.byEmail(sql, known)));
    String hash = account.flatMap(Account::passwordHash).orElseGet(dummy);
    return pool.run(
        () -> {
          throttles.checkLogin(key, ip);
          boolean right = hashes.matches(password, hash) && account.isPresent();
          Optional<String> stronger =
              right && hashes.weak(hash) ? Optional.of(hashes.hash(password)) : Optional.empty();
          return store.write(
              transaction ->
                  right
                      ? right(transaction, account.get(), stronger, key, signIn)
                      : wrong(transaction, account, key, signIn));
        });
  }

  /** Whether a password is that of an account; counted and throttled as a sign-in. */
  boolean confirm(Account account, String password, SignIn signIn) {
    String ip = Optional.ofNullable(signIn.origin().ip()).orElse("");
    throttles.checkLogin(account.email(), ip);
    String hash = account.passwordHash().orElseGet(dummy);
    boolean right =
        pool.run(() -> hashes.matches(password, hash) && account.passwordHash().isPresent());
    if (!right) {
      store.change(
          transaction -> {
            LoginOutcome _ = wrong(transaction, Optional.of(account), account.email(), signIn);
          });
    }
    return right;
  }

  private LoginOutcome right(
      Transaction transaction, Account seen, Optional<String> stronger, String key, SignIn signIn) {
    String ip = Optional.ofNullable(signIn.origin().ip()).orElse("");
    Account account = accounts.byId(transaction.sql(), seen.id()).orElse(seen);
    if (!account.passwordHash().equals(seen.passwordHash())
        || account.state() == Account.State.DELETING) {
      return wrong(transaction, Optional.of(account), key, signIn);
    }
    throttles.loginSucceeded(transaction, key, ip);
    if (!account.active()) {
      write(transaction, "login.failed", "disabled", Optional.of(account), signIn);
      return new LoginOutcome.Disabled();
    }
    stronger.ifPresent(hash -> accounts.password(transaction, account.id(), hash));
    write(transaction, "login.succeeded", "done", Optional.of(account), signIn);
    boolean administers = account.roles().contains(Role.ADMIN);
    SignIn granted = administers ? signIn.withAdministration() : signIn;
    return new LoginOutcome.SignedIn(sessions.open(transaction, account, granted));
  }

  private LoginOutcome wrong(
      Transaction transaction, Optional<Account> account, String key, SignIn signIn) {
    String ip = Optional.ofNullable(signIn.origin().ip()).orElse("");
    throttles.loginFailed(transaction, key, ip);
    write(transaction, "login.failed", "refused", account, signIn);
    return new LoginOutcome.Rejected();
  }

  private void write(
      Transaction transaction,
      String kind,
      String outcome,
      Optional<Account> account,
      SignIn signIn) {
    audit.write(
        transaction,
        new AuditEvent(
            kind,
            outcome,
            new AuditEvent.Subject(account.map(Account::id).orElse(null), signIn.clientId(), null),
            signIn.origin(),
            "password"));
  }
}
