package ai.netra.backend.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ShareTokensTest {

  private static final Instant UNTIL = Instant.parse("2026-01-12T10:00:00Z");
  private static final Instant BEFORE = UNTIL.minusMillis(1);

  private final ShareTokens tokens = new ShareTokens(new byte[32]);
  private final String token = tokens.of("rep_1", UNTIL);

  @Test
  void aTokenNamesItsReportUntilItsEnd() {
    assertThat(tokens.report(token, BEFORE)).contains("rep_1");
    assertThat(tokens.report(token, UNTIL)).isEmpty();
  }

  @Test
  void nobodyMovesItsEndOrItsReportOrMakesOne() {
    String later = token.replace("" + UNTIL.toEpochMilli(), "" + (UNTIL.toEpochMilli() + 1));
    String other = token.replace("rep_1", "rep_2");
    String foreign = new ShareTokens(new byte[] {1}).of("rep_1", UNTIL);

    assertThat(later).isNotEqualTo(token);
    assertThat(tokens.report(later, BEFORE)).isEmpty();
    assertThat(tokens.report(other, BEFORE)).isEmpty();
    assertThat(tokens.report(foreign, BEFORE)).isEmpty();
    assertThat(tokens.report("rep_1", BEFORE)).isEmpty();
  }

  @Test
  void whatIsKeptOfATokenIsNoToken() {
    assertThat(ShareTokens.hash(token)).hasSize(64).doesNotContain("rep_1");
    assertThat(ShareTokens.hash(token)).isNotEqualTo(ShareTokens.hash(token + "x"));
  }
}
