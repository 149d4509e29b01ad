package ai.netra.auth.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.auth.keys.Chain;
import ai.netra.auth.keys.Keys;
import ai.netra.auth.keys.KeysForTests;
import ai.netra.auth.service.Ids;
import ai.netra.auth.sessions.TokenCheck.Checked;
import ai.netra.auth.store.SqliteStore;
import ai.netra.auth.support.Room;
import ai.netra.auth.support.SteppedClock;
import ai.netra.contract.error.ErrorCode;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A46 and A47: tokens of our own keys that are wrong in one thing. */
final class TokenCheckTest {

  private static final String ISSUER = "https://auth.netra.test";
  private static final Duration SKEW = Duration.ofSeconds(60);
  private static final List<String> NEEDED = List.of("sub", "sid");

  @TempDir static Path folder;
  private static final SteppedClock CLOCK = new SteppedClock();
  private static SqliteStore store;
  private static Keys keys;
  private static TokenCheck check;

  @BeforeAll
  static void open() {
    store = Room.store(folder);
    keys = KeysForTests.warm(store, CLOCK, Ids.secure());
    check = new TokenCheck(keys, URI.create(ISSUER), SKEW, CLOCK);
  }

  @AfterAll
  static void close() {
    store.close();
  }

  private static JWTClaimsSet.Builder claims() {
    Instant now = CLOCK.instant();
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER)
        .subject("u_1")
        .audience("netra")
        .issueTime(Date.from(now))
        .notBeforeTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(300)))
        .claim("sid", "s");
  }

  private static Checked checked(JWTClaimsSet.Builder claims) {
    String token = keys.sign(Chain.ES256, Keys.ACCESS_TOKEN, claims.build());
    return check.check(token, "netra", NEEDED);
  }

  private static ErrorCode code(Checked checked) {
    return ((Checked.Broken) checked).code();
  }

  @Test
  void aTokenThatIsRightInEverythingFits() {
    assertThat(checked(claims()))
        .isInstanceOfSatisfying(Checked.Fits.class, fits -> assertThat(fits.expired()).isFalse());
  }

  @ParameterizedTest
  @CsvSource({
    "iss,https://auth.netra.test/",
    "iss,https://other.test",
    "aud,netra-services",
    "aud,",
    "sid,",
    "sub,",
    "cnf,bound"
  })
  void oneWrongClaimIsEnough(String name, String value) {
    JWTClaimsSet.Builder claims =
        name.equals("aud") && value == null
            ? claims().audience((String) null)
            : claims().claim(name, value);

    assertThat(code(checked(claims))).isEqualTo(ErrorCode.AUTH_INVALID_TOKEN);
  }

  @Test
  void timesMayDifferByTheSkewAndNoMore() {
    Instant now = CLOCK.instant();

    assertThat(checked(claims().issueTime(Date.from(now.plusSeconds(60)))))
        .isInstanceOf(Checked.Fits.class);
    assertThat(code(checked(claims().issueTime(Date.from(now.plusSeconds(61))))))
        .isEqualTo(ErrorCode.AUTH_INVALID_TOKEN);
    assertThat(code(checked(claims().notBeforeTime(Date.from(now.plusSeconds(61))))))
        .isEqualTo(ErrorCode.AUTH_INVALID_TOKEN);
    assertThat(
            ((Checked.Fits) checked(claims().expirationTime(Date.from(now.minusSeconds(59)))))
                .expired())
        .isFalse();
    assertThat(
            ((Checked.Fits) checked(claims().expirationTime(Date.from(now.minusSeconds(60)))))
                .expired())
        .isTrue();
  }

  @Test
  void anotherTypeAndTheOtherChainAreRefused() {
    String idToken = keys.sign(Chain.RS256, "JWT", claims().build());
    String plain = keys.sign(Chain.ES256, "JWT", claims().build());
    String other = keys.sign(Chain.RS256, Keys.ACCESS_TOKEN, claims().build());

    for (String token : List.of(idToken, plain, other)) {
      assertThat(code(check.check(token, "netra", NEEDED))).isEqualTo(ErrorCode.AUTH_INVALID_TOKEN);
    }
  }

  @Test
  void aForeignKeyIsRefused() {
    Map<String, Object> published = keys.published();
    assertThat(published).containsKey("keys");
    try (SqliteStore foreign = Room.store(folder.resolve("foreign"))) {
      Keys stranger = KeysForTests.warm(foreign, CLOCK, Ids.secure());
      String token = stranger.sign(Chain.ES256, Keys.ACCESS_TOKEN, claims().build());

      assertThat(code(check.check(token, "netra", NEEDED))).isEqualTo(ErrorCode.AUTH_INVALID_TOKEN);
    }
  }
}
