package ai.netra.auth.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.netra.auth.service.Throttling;
import ai.netra.auth.service.Throttling.Rate;
import ai.netra.auth.store.SqliteStore;
import ai.netra.auth.support.Room;
import ai.netra.auth.support.SteppedClock;
import ai.netra.auth.web.Refused;
import ai.netra.contract.error.ErrorCode;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A8: each key with its count, window and wait. */
final class ThrottlesTest {

  private static final Throttling LIMITS =
      new Throttling(
          rate(5, 15), rate(30, 15), rate(20, 60), rate(300, 1), rate(50, 60), rate(5, 15));

  @TempDir Path folder;
  private final SteppedClock clock = new SteppedClock();
  private SqliteStore store;
  private Throttles throttles;

  private static Rate rate(int count, int minutes) {
    return new Rate(count, Duration.ofMinutes(minutes));
  }

  @BeforeEach
  void open() {
    store = Room.store(folder);
    throttles = new Throttles(store, LIMITS, clock);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void fail(String account, String ip, int times) {
    for (int i = 0; i < times; i++) {
      store.change(transaction -> throttles.loginFailed(transaction, account, ip));
    }
  }

  private long wait(Runnable check) {
    Refused refused = catchThrowableOfType(Refused.class, check::run);
    assertThat(refused.code()).isEqualTo(ErrorCode.RATE_LIMITED);
    return Long.parseLong(String.valueOf(refused.details().get("retry_after_ms")));
  }

  @Test
  void fiveFailuresOfAnAccountFromAnAddressWaitThirtySecondsThenTwiceAsLong() {
    fail("ann", "10.0.0.1", 4);
    assertThatCode(() -> throttles.checkLogin("ann", "10.0.0.1")).doesNotThrowAnyException();
    fail("ann", "10.0.0.1", 1);

    assertThat(wait(() -> throttles.checkLogin("ann", "10.0.0.1"))).isEqualTo(30_000);
    clock.step(Duration.ofSeconds(30));
    assertThatCode(() -> throttles.checkLogin("ann", "10.0.0.1")).doesNotThrowAnyException();
    fail("ann", "10.0.0.1", 1);
    assertThat(wait(() -> throttles.checkLogin("ann", "10.0.0.1"))).isEqualTo(60_000);
    assertThatCode(() -> throttles.checkLogin("bob", "10.0.0.1")).doesNotThrowAnyException();
    assertThatCode(() -> throttles.checkLogin("ann", "10.0.0.2")).doesNotThrowAnyException();
  }

  @Test
  void aSuccessForgetsAndAWindowEnds() {
    fail("ann", "10.0.0.1", 4);
    store.change(t -> throttles.loginSucceeded(t, "ann", "10.0.0.1"));
    fail("ann", "10.0.0.1", 4);
    clock.step(Duration.ofMinutes(15));
    fail("ann", "10.0.0.1", 4);

    assertThatCode(() -> throttles.checkLogin("ann", "10.0.0.1")).doesNotThrowAnyException();
  }

  @Test
  void anAddressIsBlockedAfterThirtyFailuresOfWhomever() {
    for (int i = 0; i < 30; i++) {
      fail("user" + i, "10.0.0.1", 1);
    }

    assertThat(wait(() -> throttles.checkLogin("new", "10.0.0.1"))).isEqualTo(900_000);
  }

  @Test
  void anAccountIsBlockedAfterFiftyFailuresFromEverywhere() {
    for (int i = 0; i < 50; i++) {
      fail("ann", "10.0.1." + i, 1);
    }

    assertThat(wait(() -> throttles.checkLogin("ann", "10.9.9.9"))).isEqualTo(900_000);
  }

  @Test
  void addressesOfOneIpv6NetworkCountAsOne() {
    for (int i = 0; i < 5; i++) {
      fail("ann", "2001:db8:1:2::" + i, 1);
    }

    assertThat(wait(() -> throttles.checkLogin("ann", "2001:db8:1:2:ffff::1"))).isEqualTo(30_000);
    assertThatCode(() -> throttles.checkLogin("ann", "2001:db8:1:3::1")).doesNotThrowAnyException();
  }

  @Test
  void theTwentyFirstRegistrationOfAnHourWaitsAMinute() {
    for (int i = 0; i < 20; i++) {
      throttles.registration("10.0.0.1");
    }

    assertThat(wait(() -> throttles.registration("10.0.0.1"))).isEqualTo(60_000);
    throttles.registration("10.0.0.2");
  }

  @Test
  void theTableNamesNobody() {
    fail("ann@example.com", "10.0.0.1", 1);

    String rows =
        store.read(sql -> sql.sql("SELECT * FROM throttles").query().listOfRows().toString());
    assertThat(rows).contains("ACCOUNT_IP").doesNotContain("ann").doesNotContain("10.0.0.1");
  }
}
