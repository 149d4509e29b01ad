package ai.netra.auth.accounts;

import ai.netra.auth.audit.Audit;
import ai.netra.auth.audit.AuditEvent;
import ai.netra.auth.audit.Origin;
import ai.netra.auth.feed.Feed;
import ai.netra.auth.feed.FeedKind;
import ai.netra.auth.service.Ids;
import ai.netra.auth.store.Store.Transaction;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The accounts. Safe for many threads. */
public final class Accounts {

  private final Feed feed;
  private final Audit audit;
  private final Clock clock;
  private final Ids ids;

  Accounts(Feed feed, Audit audit, Clock clock, Ids ids) {
    this.feed = feed;
    this.audit = audit;
    this.clock = clock;
    this.ids = ids;
  }

  /** Makes an account; nothing where the address is taken. */
  public Optional<Account> create(Transaction transaction, NewAccount wanted, Origin origin) {
    String id = ids.next("u_");
    long now = clock.millis();
    int rows =
        transaction
            .sql()
            .sql(
                """
                INSERT INTO accounts (id, email, email_key, email_verified, name, password_hash,
                  state, roles, granted, revoked, claims_not_before, e2e_expires_at, created_at,
                  version)
                VALUES (:id, :email, :email, false, :name, :hash, 'active', :roles, :granted, '',
                  0, :ends, :now, 1)
                ON CONFLICT (email_key) DO NOTHING
                """)
            .param("id", id)
            .param("email", wanted.email().key())
            .param("name", wanted.name().orElse(null))
            .param("hash", wanted.passwordHash().orElse(null))
            .param("roles", roles(wanted.roles()))
            .param("granted", String.join(" ", new TreeSet<>(wanted.granted())))
            .param("ends", wanted.endsAt().map(Instant::toEpochMilli).orElse(null))
            .param("now", now)
            .update();
    if (rows == 0) {
      return Optional.empty();
    }
    transaction.stored("account", id, "created");
    write(transaction, "account.created", id, origin);
    return byId(transaction.sql(), id);
  }

  private static String roles(Set<Role> roles) {
    return roles.stream().map(Role::wireName).sorted().collect(Collectors.joining(" "));
  }

  /** The account of an address. */
  public Optional<Account> byEmail(JdbcClient sql, EmailAddress email) {
    return sql.sql("SELECT * FROM accounts WHERE email_key = :key")
        .param("key", email.key())
        .query(AccountRows::account)
        .optional();
  }

  /** The account of an id. */
  public Optional<Account> byId(JdbcClient sql, String id) {
    return sql.sql("SELECT * FROM accounts WHERE id = :id")
        .param("id", id)
        .query(AccountRows::account)
        .optional();
  }

  /** Notes a sign-in. */
  public void signedIn(Transaction transaction, String id) {
    int _ =
        transaction
            .sql()
            .sql("UPDATE accounts SET last_login_at = :now WHERE id = :id")
            .param("now", clock.millis())
            .param("id", id)
            .update();
  }

  /** Changes name and locale; what is absent stays. */
  public void change(
      Transaction transaction,
      String id,
      Optional<String> name,
      Optional<String> locale,
      Origin origin) {
    int rows =
        transaction
            .sql()
            .sql(
                """
                UPDATE accounts SET name = COALESCE(:name, name),
                  locale = COALESCE(:locale, locale), version = version + 1
                WHERE id = :id
                """)
            .param("name", name.orElse(null))
            .param("locale", locale.orElse(null))
            .param("id", id)
            .update();
    if (rows == 1) {
      transaction.stored("account", id, "updated");
      write(transaction, "account.updated", id, origin);
      feed.append(transaction, FeedKind.ACCOUNT_UPDATED, Feed.Subject.account(id));
    }
  }

  /** Replaces the password's hash. */
  public void password(Transaction transaction, String id, String hash) {
    int _ =
        transaction
            .sql()
            .sql(
                """
                UPDATE accounts SET password_hash = :hash, password_changed_at = :now,
                  version = version + 1 WHERE id = :id
                """)
            .param("hash", hash)
            .param("now", clock.millis())
            .param("id", id)
            .update();
    transaction.stored("account", id, "updated");
  }

  /** Erases a test identity with all that hangs on it; false where there is none of this id. */
  public boolean eraseTest(Transaction transaction, String id, Origin origin) {
    int rows =
        transaction
            .sql()
            .sql("DELETE FROM accounts WHERE id = :id AND e2e_expires_at IS NOT NULL")
            .param("id", id)
            .update();
    if (rows == 0) {
      return false;
    }
    feed.append(transaction, FeedKind.ACCOUNT_DELETED, Feed.Subject.account(id, clock.instant()));
    write(transaction, "account.erased", id, origin);
    audit.strip(transaction, id);
    transaction.stored("account", id, "deleted");
    return true;
  }

  /** The test identities whose time has ended, at most so many. */
  public List<String> endedTests(JdbcClient sql, int most) {
    return sql.sql("SELECT id FROM accounts WHERE e2e_expires_at <= :now LIMIT :most")
        .param("now", clock.millis())
        .param("most", most)
        .query((row, number) -> row.getString("id"))
        .list();
  }

  /** Whether anybody is an administrator. */
  public boolean anyAdmin(JdbcClient sql) {
    return sql.sql("SELECT COUNT(*) FROM accounts WHERE roles LIKE '%admin%'")
            .query(Long.class)
            .single()
        > 0;
  }

  private void write(Transaction transaction, String kind, String id, Origin origin) {
    audit.write(
        transaction, new AuditEvent(kind, "done", AuditEvent.Subject.account(id), origin, ""));
  }
}
