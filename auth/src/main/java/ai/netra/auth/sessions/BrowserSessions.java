package ai.netra.auth.sessions;

import ai.netra.auth.accounts.Account;
import ai.netra.auth.accounts.Accounts;
import ai.netra.auth.audit.Origin;
import ai.netra.auth.service.Digests;
import ai.netra.auth.service.Ids;
import ai.netra.auth.service.Lifetimes;
import ai.netra.auth.store.Store;
import ai.netra.auth.store.Store.Transaction;
import ai.netra.auth.web.Call;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The sessions of browsers: a random value in a cookie, of which only the digest is stored, and
 * that digest is the claim {@code sid}. Safe for many threads.
 */
public final class BrowserSessions {

  private static final int OPEN_AT_ONCE = 20;
  private static final int COOKIE_BYTES = 32;
  private static final Duration SEEN_STEP = Duration.ofMinutes(1);

  private final Store store;
  private final Accounts accounts;
  private final Endings endings;
  private final Lifetimes lifetimes;
  private final Clock clock;
  private final Ids ids;
  private final BrowserCookie cookie;

  BrowserSessions(Parts parts, Accounts accounts, Endings endings, BrowserCookie cookie) {
    this.store = parts.store();
    this.lifetimes = parts.lifetimes();
    this.clock = parts.clock();
    this.ids = parts.ids();
    this.accounts = accounts;
    this.endings = endings;
    this.cookie = cookie;
  }

  /** What a room that keeps rows for a time needs. */
  record Parts(Store store, Lifetimes lifetimes, Clock clock, Ids ids) {}

  /** The session of the browser that calls. */
  public record Browser(
      String sessionId, String sid, String accountId, Instant authTime, Instant seenAt) {}

  /** A session by its public id and its account. */
  public record Ended(String sessionId, String accountId) {}

  /** The session of the caller's cookie, if it has not ended; noted as used. */
  public Optional<Browser> of(Call call) {
    Instant now = clock.instant();
    Instant since = now.minus(lifetimes.browserIdle());
    Optional<Browser> found =
        cookie
            .of(call)
            .map(Digests::sha256Text)
            .flatMap(sid -> store.read(sql -> SessionTable.browser(sql, sid, now, since)));
    found.filter(one -> one.seenAt().isBefore(now.minus(SEEN_STEP))).ifPresent(this::seen);
    return found;
  }

  private void seen(Browser browser) {
    store.change(
        transaction -> SessionTable.browserSeen(transaction, browser.sessionId(), clock.instant()));
  }

  /**
   * Opens a session for a browser; of more than 20 of the account the oldest goes.
   *
   * @return the value of {@code Set-Cookie}, new at each sign-in
   */
  public String open(Transaction transaction, Account account, SignIn signIn) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    endings.oldest(transaction, account.id(), OPEN_AT_ONCE - 1, signIn.origin());
    String value = ids.secret(COOKIE_BYTES);
    SessionTable.insert(
        transaction,
        new SessionTable.Row(
            ids.next("s_"),
            Digests.sha256Text(value),
            account.id(),
            signIn,
            now,
            now.plus(longer(lifetimes.browserTotal(), lifetimes.refreshTotal())),
            now.plus(lifetimes.browserTotal())));
    accounts.signedIn(transaction, account.id());
    return cookie.set(value);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  /** Ends the session with this {@code sid} and its grants; nothing where there is none. */
  public Optional<Ended> end(String sid, Origin origin) {
    return store.write(
        transaction -> {
          Optional<Ended> owner = SessionTable.owner(transaction.sql(), sid);
          owner.ifPresent(
              one -> {
                boolean _ =
                    endings.session(
                        transaction, one.accountId(), one.sessionId(), "logout", origin);
              });
          return owner;
        });
  }

  /** The value of {@code Set-Cookie} that takes the cookie away. */
  public String cleared() {
    return cookie.cleared();
  }
}
