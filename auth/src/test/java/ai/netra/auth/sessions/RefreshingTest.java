package ai.netra.auth.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.auth.accounts.Account;
import ai.netra.auth.accounts.Accounts;
import ai.netra.auth.accounts.AccountsForTests;
import ai.netra.auth.audit.Audit;
import ai.netra.auth.audit.Origin;
import ai.netra.auth.feed.Feed;
import ai.netra.auth.feed.FeedForTests;
import ai.netra.auth.service.Ids;
import ai.netra.auth.service.Lifetimes;
import ai.netra.auth.store.SqliteStore;
import ai.netra.auth.support.Room;
import ai.netra.auth.support.SteppedClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The times of refresh tokens, with a clock that is stepped (A26, A27, A29). */
final class RefreshingTest {

  private static final Lifetimes LIVES =
      new Lifetimes(
          Duration.ofMinutes(5),
          Duration.ofDays(1),
          Duration.ofDays(7),
          Duration.ofSeconds(60),
          Duration.ofHours(1),
          Duration.ofDays(1));

  @TempDir Path folder;
  private final SteppedClock clock = new SteppedClock();
  private final Ids ids = Ids.secure();
  private SqliteStore store;
  private Refreshing refreshing;
  private Endings endings;
  private Opened opened;

  @BeforeEach
  void open() {
    store = Room.store(folder);
    Audit audit = new Audit(clock, ids);
    Feed feed = FeedForTests.feed(clock, ids);
    Accounts accounts = AccountsForTests.accounts(feed, audit, clock, ids);
    endings = new Endings(feed, audit, clock);
    refreshing = new Refreshing(store, accounts, endings, LIVES, clock, ids);
    Sessions sessions = new Sessions(accounts, endings, refreshing, audit, LIVES, clock, ids);
    SignIn signIn =
        new SignIn("netra-web", SignIn.SCOPE, List.of("pwd"), LIVES.access(), Origin.service());
    opened =
        store.write(
            transaction -> {
              Account account = AccountsForTests.account(transaction, accounts);
              return sessions.open(transaction, account, signIn);
            });
  }

  @AfterEach
  void close() {
    store.close();
  }

  private RefreshOutcome use(String token) {
    return refreshing.use(RefreshUse.of(token), Origin.service());
  }

  private String renewed(String token) {
    return ((RefreshOutcome.Renewed) use(token)).opened().refreshToken();
  }

  @Test
  void afterTheRetryWindowTheLastTokenAgainEndsTheFamily() {
    String second = renewed(opened.refreshToken());
    clock.step(Duration.ofSeconds(11));

    assertThat(use(opened.refreshToken())).isEqualTo(new RefreshOutcome.Rejected());
    assertThat(use(second)).isEqualTo(new RefreshOutcome.Rejected());
  }

  @Test
  void withinTheRetryWindowTheLastTokenGivesANewSuccessor() {
    String lost = renewed(opened.refreshToken());
    clock.step(Duration.ofSeconds(10));

    String again = renewed(opened.refreshToken());

    assertThat(again).isNotEqualTo(lost);
    assertThat(renewed(again)).isNotEmpty();
  }

  @Test
  void anIdleTokenEndsAfterADayAndAGrantAfterSeven() {
    String token = opened.refreshToken();
    for (int day = 0; day < 6; day++) {
      clock.step(Duration.ofHours(23));
      token = renewed(token);
    }
    clock.step(Duration.ofHours(25));

    assertThat(use(token)).isEqualTo(new RefreshOutcome.Rejected());
  }

  @Test
  void anEndedSessionEndsItsFamily() {
    boolean ended =
        store.write(
            transaction ->
                endings.session(
                    transaction,
                    opened.account().id(),
                    opened.grant().sessionId(),
                    "test",
                    Origin.service()));

    assertThat(ended).isTrue();
    assertThat(use(opened.refreshToken())).isEqualTo(new RefreshOutcome.Rejected());
  }
}
